package jp.chukan.gateway.staff.account;

import java.security.SecureRandom;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Random words that people copy from one screen to another: nothing in them looks alike. */
@Component
final class OneTimeWords {
  private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
  private static final int GROUPS = 5;
  private static final int GROUP = 4;

  private final SecureRandom random;

  OneTimeWords(SecureRandom random) {
    this.random = random;
  }

  /** 100 random bits in five groups of four. */
  String next() {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < GROUPS * GROUP; i++) {
      if (i > 0 && i % GROUP == 0) {
        word.append('-');
      }
      word.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return word.toString();
  }

  /** As it was made, however it was typed. */
  static String normalised(String typed) {
    return typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
  }
}
