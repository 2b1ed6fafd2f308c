package jp.chukan.command.bench.provision;

import jp.chukan.command.bench.measuring.Bench;

/**
 * How many ask at once.
 *
 * @param count inquiries that wait for the line to open
 * @param held inquiries before them that wait for approval
 * @param persons residents who are asked about
 */
record BurstScale(int count, int held, int persons) {
  private static final int MOST = 1_000_000;
  private static final int MOST_HELD = 1_000;
  private static final int MOST_PERSONS = 1_000;

  BurstScale {
    Bench.between("--count", 1, MOST, count);
    Bench.between("--held", 1, MOST_HELD, held);
    Bench.between("--persons", 1, MOST_PERSONS, persons);
  }
}
