package jp.chukan.mocknetwork.coresystem;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which of the next answers of this country's providers are to be spoilt. */
@Component
public final class AnswerFaults {
  private @Nullable Spoiling ordered;
  private int remaining;

  /**
   * The answers to the next inquiries that go to a provider of this country.
   *
   * @param spoiling what goes wrong with them, null for nothing
   * @param count with how many
   */
  public synchronized void order(@Nullable Spoiling spoiling, int count) {
    ordered = spoiling;
    remaining = count;
  }

  /** How the answer to the inquiry that goes out now is to be spoilt, null for not at all. */
  synchronized @Nullable Spoiling next() {
    if (ordered == null || remaining <= 0) {
      return null;
    }
    remaining--;
    return ordered;
  }
}
