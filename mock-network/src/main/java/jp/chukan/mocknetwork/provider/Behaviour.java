package jp.chukan.mocknetwork.provider;

import org.jspecify.annotations.Nullable;

/**
 * How a provider behaves. Who is refused, held or left without an answer is drawn per person and
 * 「特定個人情報」, by the seed: the same person fares the same every time.
 *
 * @param seed another seed draws other persons
 * @param shortestMillis least time until an answer
 * @param longestMillis most time until an answer, itself excluded
 * @param burstMillis answers pile up and come at once, at every multiple of this since 1970; 0 for
 *     each on its own
 * @param refusedPercent share that is refused
 * @param heldPercent share that waits for an approval
 * @param heldMillis how long the approval takes, null until it is given by order
 * @param silentPercent share that is never answered
 */
public record Behaviour(
    long seed,
    int shortestMillis,
    int longestMillis,
    int burstMillis,
    int refusedPercent,
    int heldPercent,
    @Nullable Integer heldMillis,
    int silentPercent) {

  /**
   * @throws IllegalArgumentException when times or shares make no sense
   */
  public Behaviour {
    if (shortestMillis < 0 || longestMillis < shortestMillis || burstMillis < 0) {
      throw new IllegalArgumentException("times must not be negative, nor the longest the shorter");
    }
    if (refusedPercent < 0
        || heldPercent < 0
        || silentPercent < 0
        || refusedPercent + heldPercent + silentPercent > 100) {
      throw new IllegalArgumentException("shares are percent of all");
    }
  }
}
