package jp.chukan.command.day;

/**
 * Which day is played.
 *
 * @param seed by which it is drawn
 * @param events of residents
 * @param seconds how long it takes, 0 for as long as it needs
 */
public record DayPlan(long seed, int events, int seconds) {
  private static final int MOST_EVENTS = 5_000;
  private static final int LONGEST = 43_200;

  public DayPlan {
    if (events < 0 || events > MOST_EVENTS) {
      throw new IllegalArgumentException("--events: between 0 and %,d".formatted(MOST_EVENTS));
    }
    if (seconds < 0 || seconds > LONGEST) {
      throw new IllegalArgumentException("--seconds: between 0 and %,d".formatted(LONGEST));
    }
  }
}
