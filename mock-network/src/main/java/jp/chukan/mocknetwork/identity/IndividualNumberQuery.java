package jp.chukan.mocknetwork.identity;

import jp.chukan.mocknetwork.person.IndividualNumber;
import jp.chukan.mocknetwork.person.ResidentRecordCode;

/**
 * The 附票都道府県サーバ pulls a 個人番号 from the 都道府県サーバ, for one answer (G:420, G:757).
 *
 * @param recordCode whose
 */
public record IndividualNumberQuery(ResidentRecordCode recordCode) {
  /** Kind of message. */
  public static final String MESSAGE = "individual-number";

  /**
   * The answer; UNKNOWN is refused.
   *
   * @param individualNumber 個人番号
   */
  public record Reply(IndividualNumber individualNumber) {}
}
