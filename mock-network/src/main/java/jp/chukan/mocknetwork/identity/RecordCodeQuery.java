package jp.chukan.mocknetwork.identity;

import jp.chukan.mocknetwork.person.ResidentRecordCode;
import jp.chukan.mocknetwork.person.SerialNumber;

/**
 * Asks the 市町村CS whose card this is (I:38).
 *
 * @param serialNumber of the card
 */
public record RecordCodeQuery(SerialNumber serialNumber) {
  /** Kind of message. */
  public static final String MESSAGE = "record-code";

  /**
   * The answer; UNKNOWN is refused, and LOCKED for a card that cannot be used.
   *
   * @param recordCode 住民票コード of the holder
   */
  public record Reply(ResidentRecordCode recordCode) {}
}
