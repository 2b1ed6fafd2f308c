package jp.chukan.command.bench.inquiry;

import jp.chukan.command.bench.measuring.Bench;

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
    Bench.between("--files", 1, MOST_FILES, files);
    Bench.between("--lines", 1, MOST_LINES, lines);
    Bench.between("--persons", 1, MOST_PERSONS, persons);
    Bench.between("--provisions", 1, MOST_PROVISIONS, provisionsPerSecond);
  }
}
