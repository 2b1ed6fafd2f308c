package jp.chukan.command.dependencies;

import java.util.List;
import java.util.Set;

/**
 * Licences under which a library may be in a program of this project. Of several that a library
 * offers, one is enough.
 */
final class Licences {
  private static final Set<String> ALLOWED =
      Set.of(
          "0BSD",
          "Apache-2.0",
          "BSD-2-Clause",
          "BSD-3-Clause",
          "Bouncy Castle Licence",
          "CC0-1.0",
          "EPL-1.0",
          "EPL-2.0",
          "MIT",
          "Public Domain");

  private Licences() {}

  static boolean allow(List<String> offered) {
    return offered.stream().anyMatch(ALLOWED::contains);
  }
}
