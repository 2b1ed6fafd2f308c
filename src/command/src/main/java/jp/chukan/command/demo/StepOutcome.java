package jp.chukan.command.demo;

/** What came of a step. */
public sealed interface StepOutcome {

  /** One line for the person who watches. */
  String text();

  /** What was expected happened. */
  record Met(String text) implements StepOutcome {}

  /** Something else happened. */
  record Unmet(String text) implements StepOutcome {}

  static StepOutcome of(boolean met, String text) {
    return met ? new Met(text) : new Unmet(text);
  }
}
