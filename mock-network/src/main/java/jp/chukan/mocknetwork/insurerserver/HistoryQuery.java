package jp.chukan.mocknetwork.insurerserver;

import jp.chukan.mocknetwork.qualificationcheck.InsuredNumber;

/**
 * A municipality looks at a 資格履歴 in its partition; the answer is a {@link QualificationHistory}.
 *
 * @param partition whose partition
 * @param insured whose history
 */
public record HistoryQuery(String partition, InsuredNumber insured) {
  /** Kind of message. */
  public static final String MESSAGE = "qualification-history";
}
