package jp.chukan.command.bench;

/**
 * How much is asked, and for how long.
 *
 * @param perSecond inquiries that are due in a second
 * @param seconds how long it is measured
 * @param warmUpSeconds how long before that
 * @param trimSeconds at the start and the end of the measured time, what does not count
 * @param persons residents who are asked about
 * @param peerSeconds how long the peer is measured, 0 for not at all
 */
record ProvisionScale(
    int perSecond, int seconds, int warmUpSeconds, int trimSeconds, int persons, int peerSeconds) {
  private static final int MOST_PERSONS = 1_000;

  ProvisionScale {
    if (perSecond < 1 || seconds < 1 || warmUpSeconds < 1 || peerSeconds < 0) {
      throw new IllegalArgumentException("--rate, --seconds and --warm-up: at least 1");
    }
    if (trimSeconds < 0 || 2 * trimSeconds >= seconds) {
      throw new IllegalArgumentException("--trim: less than half of --seconds");
    }
    if (persons < 1 || persons > MOST_PERSONS) {
      throw new IllegalArgumentException("--persons: between 1 and " + MOST_PERSONS);
    }
  }
}
