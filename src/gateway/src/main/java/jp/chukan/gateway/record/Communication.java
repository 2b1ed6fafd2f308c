package jp.chukan.gateway.record;

import java.time.Instant;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.error.ErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * One message that came or went (JN-02): who, what kind, which number, how it ended. Nothing of
 * what the message said.
 *
 * @param institution in whose room it happened
 * @param direction whether it came or went
 * @param peer 「機関コード」 of the other side as its certificate says, null when it showed none
 * @param messageType message type id, or the endpoint when the type could not be read
 * @param number 「処理通番」 or 「受付番号」, null when there was none yet
 * @param error null when it was accepted
 * @param at when
 */
public record Communication(
    InstitutionCode institution,
    Direction direction,
    @Nullable InstitutionCode peer,
    String messageType,
    @Nullable String number,
    @Nullable ErrorCode error,
    Instant at) {

  public enum Direction {
    RECEIVED,
    SENT,
    /** Neither came nor went: what had come was removed here after its retention (JN-40). */
    REMOVED
  }
}
