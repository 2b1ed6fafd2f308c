package jp.chukan.gateway.console;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list that may be long; nobody leafs through thousands of them (MU-22).
 *
 * @param rows what it shows
 * @param number its number, from 0
 * @param more whether another follows
 */
record Pages<T>(List<T> rows, int number, boolean more) {
  /** Rows of one page. */
  static final int ROWS = 50;

  private static final int LAST = 99;

  /** Reads one row more than the page shows, to know whether another follows. */
  interface Source<T> {
    List<T> read(int skip, int most);
  }

  static <T> Pages<T> of(Source<T> source, int number) {
    List<T> rows = source.read(number * ROWS, ROWS + 1);
    return new Pages<>(
        rows.stream().limit(ROWS).toList(), number, rows.size() > ROWS && number < LAST);
  }

  /** The page that was asked for; the first for anything else than a number of one. */
  static int number(@Nullable String asked) {
    return asked != null && asked.matches("[0-9]{1,2}") ? Integer.parseInt(asked) : 0;
  }
}
