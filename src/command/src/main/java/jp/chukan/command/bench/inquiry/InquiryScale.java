package jp.chukan.command.bench;

/**
 * How much is measured.
 *
 * @param files files handed in at once
 * @param lines lines of each
 * @param persons linked residents whom they are about
 * @param provisionsPerSecond 「提供要求」 that come in every second meanwhile
 */
record InquiryScale(int files, int lines, int persons, int provisionsPerSecond) {
  private static final int MOST_FILES = 10;
  private static final int MOST_LINES = 10_000;
  private static final int MOST_PERSONS = 1_000;
  private static final int MOST_PROVISIONS = 200;

  InquiryScale {
    between("--files", 1, MOST_FILES, files);
    between("--lines", 1, MOST_LINES, lines);
    between("--persons", 1, MOST_PERSONS, persons);
    between("--provisions", 0, MOST_PROVISIONS, provisionsPerSecond);
  }

  private static void between(String what, int least, int most, int value) {
    if (value < least || value > most) {
      throw new IllegalArgumentException("%s: between %,d and %,d".formatted(what, least, most));
    }
  }
}
