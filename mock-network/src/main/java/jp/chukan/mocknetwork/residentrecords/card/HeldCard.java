package jp.chukan.mocknetwork.residentrecords.card;

import java.time.LocalDate;
import java.util.Optional;
import jp.chukan.mocknetwork.identity.CardStatus;
import jp.chukan.mocknetwork.person.ResidentRecordCode;
import jp.chukan.mocknetwork.person.SerialNumber;

/**
 * A 個人番号カード in the ledger (T:746 items 140 to 144).
 *
 * @param recordCode 住民票コード of the holder
 * @param serialNumber 利用者証明用シリアル番号
 * @param state カード運用状況
 * @param registeredOn 利用者証明用シリアル番号登録日
 * @param expiresOn カード有効期限
 * @param returnedOn カード回収日, empty while the holder has it
 * @param version counts the changes of the card, from 1
 */
public record HeldCard(
    ResidentRecordCode recordCode,
    SerialNumber serialNumber,
    CardStatus.State state,
    LocalDate registeredOn,
    LocalDate expiresOn,
    Optional<LocalDate> returnedOn,
    int version) {

  HeldCard in(CardStatus.State next) {
    return new HeldCard(
        recordCode, serialNumber, next, registeredOn, expiresOn, returnedOn, version + 1);
  }

  HeldCard returned(LocalDate day) {
    return new HeldCard(
        recordCode,
        serialNumber,
        CardStatus.State.ENDED,
        registeredOn,
        expiresOn,
        Optional.of(day),
        version + 1);
  }

  HeldCard until(LocalDate day) {
    return new HeldCard(
        recordCode, serialNumber, state, registeredOn, day, returnedOn, version + 1);
  }

  /** What others are told. */
  CardStatus status() {
    return new CardStatus(recordCode, serialNumber, state, expiresOn, version);
  }

  /** Shows the state only: the rest is about a person. */
  @Override
  public String toString() {
    return "HeldCard[" + state + ", redacted]";
  }
}
