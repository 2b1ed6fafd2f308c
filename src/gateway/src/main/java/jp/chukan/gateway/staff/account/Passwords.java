package jp.chukan.gateway.staff.account;

import java.text.Normalizer;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Argon2id (RFC 9106) with 19 MiB, two passes and one lane. A few run at once, so that many logins
 * cannot use up the memory. Never within a transaction: it takes long on purpose.
 */
@Component
public class Passwords {
  private static final int SALT = 16;
  private static final int HASH = 32;
  private static final int LANES = 1;
  private static final int KIBIBYTES = 19_456;
  private static final int PASSES = 2;
  private static final int AT_ONCE = 4;
  private static final int SHORTEST = 12;
  private static final int LONGEST = 128;

  private final Argon2PasswordEncoder encoder =
      new Argon2PasswordEncoder(SALT, HASH, LANES, KIBIBYTES, PASSES);
  private final Semaphore turns = new Semaphore(AT_ONCE, true);
  private final String nobodys;

  Passwords(OneTimeWords words) {
    nobodys = encoder.encode(words.next());
  }

  /** What is kept of a password. */
  public String hash(String password) {
    return inTurn(() -> encoder.encode(normalised(password)));
  }

  /**
   * Whether the password is the one that was hashed. It takes as long for an account that does not
   * exist: null is compared with nobody's.
   */
  public boolean matches(String typed, @Nullable String hash) {
    String bounded = typed.length() > LONGEST ? typed.substring(0, LONGEST + 1) : typed;
    boolean same =
        inTurn(() -> encoder.matches(normalised(bounded), hash == null ? nobodys : hash));
    return same && hash != null;
  }

  /** Whether a person may choose it; that it differs from the one before is asked apart. */
  public static boolean isAcceptable(String password, String user) {
    String normalised = normalised(password);
    int length = normalised.codePointCount(0, normalised.length());
    return length >= SHORTEST && length <= LONGEST && !normalised.equalsIgnoreCase(user);
  }

  /** The same characters typed on another keyboard are the same password (RFC 8265). */
  private static String normalised(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFKC);
  }

  private <T> T inTurn(Supplier<T> work) {
    turns.acquireUninterruptibly();
    try {
      return work.get();
    } finally {
      turns.release();
    }
  }
}
