package jp.chukan.command;

import java.util.Locale;

/** How far something is, as a line of text. */
public final class ProgressBar {
  private static final int WIDTH = 24;

  private ProgressBar() {}

  public static String of(long done, long total) {
    int filled = total == 0 ? WIDTH : (int) (WIDTH * Math.min(done, total) / total);
    return String.format(
        Locale.ROOT, "[%s%s] %,d/%,d", "#".repeat(filled), ".".repeat(WIDTH - filled), done, total);
  }
}
