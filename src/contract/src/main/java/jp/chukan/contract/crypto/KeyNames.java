package jp.chukan.contract.crypto;

import java.util.regex.Pattern;

/** The names that keys for one use have. */
final class KeyNames {
  private static final Pattern MASTER = Pattern.compile("master-[1-9][0-9]{0,8}");

  private KeyNames() {}

  /** Whether this is the name of a key for the use: the use itself, or with a number behind it. */
  static boolean isFor(String use, String name) {
    return name.equals(use)
        || (name.startsWith(use + "-")
            && name.substring(use.length() + 1).matches("[1-9][0-9]{0,8}"));
  }

  static boolean isMaster(String name) {
    return MASTER.matcher(name).matches();
  }
}
