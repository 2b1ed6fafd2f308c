package jp.chukan.command;

import org.jspecify.annotations.Nullable;

/**
 * What a person at the terminal reads. A line in progress is written over only where that can be
 * seen.
 */
public final class Terminal {
  /** Begins every line that tells of a failure. */
  public static final String ERROR = "chukan: ";

  private static final String CLEAR_LINE = "\r\u001b[2K";

  /** The start script knows whether somebody is looking. */
  private static final boolean INTERACTIVE = Boolean.getBoolean("chukan.terminal");

  private Terminal() {}

  public static void line(String text) {
    clear();
    System.out.println(text);
  }

  public static void error(@Nullable String text) {
    clear();
    System.err.println(ERROR + text);
  }

  /** Shows what is going on until the next line is written. */
  public static void progress(String text) {
    if (INTERACTIVE) {
      System.out.print(CLEAR_LINE + text);
      System.out.flush();
    }
  }

  /** Shows which step is going on until the next line is written. */
  public static void step(String step) {
    progress(step + " …");
  }

  private static void clear() {
    progress("");
  }
}
