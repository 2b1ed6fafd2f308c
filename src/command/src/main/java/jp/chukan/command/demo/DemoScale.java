package jp.chukan.command.demo;

/**
 * How much takes part.
 *
 * @param persons residents of all municipalities together
 * @param inquiries inquiries that run while the broker is restarted
 */
public record DemoScale(int persons, int inquiries) {
  private static final int FEWEST = 60;
  private static final int MOST = 3_000;

  public DemoScale {
    if (persons < FEWEST || persons > MOST) {
      throw new IllegalArgumentException("between %d and %d persons".formatted(FEWEST, MOST));
    }
  }
}
