package jp.chukan.mocknetwork.cardmanagement;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import jp.chukan.mocknetwork.person.BasicInformation;
import jp.chukan.mocknetwork.person.IndividualNumber;
import jp.chukan.mocknetwork.person.ResidentRecordCode;

/**
 * 「送付先情報」: whom a card is made for and where it goes (I:233); never of somebody who is dead (T:65).
 *
 * @param managementNumber 送付先管理番号: five digits of the municipality and ten of its own
 * @param delivery 送付先
 * @param office where the card is handed over
 * @param recordCode 住民票コード
 * @param individualNumber 個人番号
 * @param person 4情報
 * @param stayUntil 在留期間の満了の日, of a foreigner
 * @param processedOn 処理年月日
 */
public record CardDestination(
    String managementNumber,
    Delivery delivery,
    Office office,
    ResidentRecordCode recordCode,
    IndividualNumber individualNumber,
    BasicInformation person,
    Optional<LocalDate> stayUntil,
    LocalDate processedOn) {
  /** Kind of message. */
  public static final String MESSAGE = "card-destination";

  private static final Pattern NUMBER = Pattern.compile("[0-9]{15}");

  /**
   * Where the card goes.
   *
   * @param name 送付先氏名
   * @param address 送付先住所
   */
  public record Delivery(String name, String address) {
    /** Never shows a value: all of it is about a person. */
    @Override
    public String toString() {
      return "Delivery[redacted]";
    }
  }

  /**
   * The municipality.
   *
   * @param municipality 市町村コード, five digits
   * @param municipalityName 市町村名
   * @param handOverAt 交付場所名
   */
  public record Office(String municipality, String municipalityName, String handOverAt) {}

  public CardDestination {
    if (!NUMBER.matcher(managementNumber).matches()
        || !managementNumber.startsWith(office.municipality())) {
      throw new IllegalArgumentException("managementNumber");
    }
  }

  /** Shows the number of the notice only: the rest is about a person. */
  @Override
  public String toString() {
    return "CardDestination[" + managementNumber + ", redacted]";
  }
}
