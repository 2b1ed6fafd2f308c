package jp.chukan.mocknetwork.identity;

import java.time.LocalDate;
import jp.chukan.mocknetwork.person.ResidentRecordCode;
import jp.chukan.mocknetwork.person.SerialNumber;

/**
 * 「カード運用状況」 of a 個人番号カード, sent by the municipality over 市町村CS and 都道府県サーバ to 個人番号カード管理システム with
 * each change.
 *
 * @param recordCode whose card it is
 * @param serialNumber of its certificate
 * @param state whether it can be used
 * @param expiresOn last day on which it can be used
 * @param version greater than that of every status of the same card before, from 1
 */
public record CardStatus(
    ResidentRecordCode recordCode,
    SerialNumber serialNumber,
    State state,
    LocalDate expiresOn,
    int version) {
  /** Kind of message. */
  public static final String MESSAGE = "card-status";

  /** Whether a card can be used. */
  public enum State {
    /** 運用中. */
    IN_USE,
    /** 一時停止: reported as lost. */
    SUSPENDED,
    /** 廃止: returned, or its holder is gone. */
    ENDED
  }

  public CardStatus {
    if (version < 1) {
      throw new IllegalArgumentException("version");
    }
  }

  /** Never shows a value: all of it is about a person. */
  @Override
  public String toString() {
    return "CardStatus[" + state + ", redacted]";
  }
}
