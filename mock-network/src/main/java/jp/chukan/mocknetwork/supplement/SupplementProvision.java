package jp.chukan.mocknetwork.supplement;

import java.util.Optional;

/**
 * Another executive body of the prefecture asks for the 附票本人確認情報 of one person (G:51, G:757).
 *
 * @param purpose who asks, for what
 * @param conditions whom it asks about; exactly one person must meet them
 * @param withIndividualNumber whether the 個人番号 is to come with it, which the 事務 must allow (G:420)
 */
public record SupplementProvision(
    Purpose purpose, SupplementConditions conditions, boolean withIndividualNumber) {
  /** Kind of message. */
  public static final String MESSAGE = "supplement-provision";

  /**
   * The answer.
   *
   * @param information 附票本人確認情報
   * @param sealedNumber the 個人番号, readable by the one who asked and nobody else, when it was asked
   *     for
   */
  public record Provided(SupplementInformation information, Optional<SealedNumber> sealedNumber) {}

  /**
   * A 個人番号 that was encrypted inside the temporary area, for the one who asked (JN-28).
   *
   * @param bytes ciphertext, in Base64
   */
  public record SealedNumber(String bytes) {
    /** Never shows the value: it points at a person. */
    @Override
    public String toString() {
      return "SealedNumber[redacted]";
    }
  }
}
