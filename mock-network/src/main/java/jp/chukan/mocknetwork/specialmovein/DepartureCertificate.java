package jp.chukan.mocknetwork.specialmovein;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import jp.chukan.mocknetwork.foreignresident.LegalCategory;
import jp.chukan.mocknetwork.person.BasicInformation;
import jp.chukan.mocknetwork.person.IndividualNumber;
import jp.chukan.mocknetwork.person.ResidentRecordCode;

/**
 * 「転出証明書情報」 of one person, deposited at 転出 (住民基本台帳法第24条の2).
 *
 * @param recordCode 住民票コード
 * @param individualNumber 個人番号
 * @param person 4情報 with the address before
 * @param nationality {@code JPN} or another code of ISO 3166-1 alpha-3
 * @param category 法第30条の45に規定する区分 of a foreigner
 * @param relationship 続柄, empty for 世帯主
 * @param from five digits of the municipality before
 * @param to five digits of the next, the only one that may fetch it
 * @param departsOn 転出予定年月日
 */
public record DepartureCertificate(
    ResidentRecordCode recordCode,
    IndividualNumber individualNumber,
    BasicInformation person,
    String nationality,
    Optional<LegalCategory> category,
    Optional<String> relationship,
    String from,
    String to,
    LocalDate departsOn) {
  /** Kind of message. */
  public static final String MESSAGE = "departure-certificate";

  private static final Pattern PLACE = Pattern.compile("[0-9]{5}");
  private static final Pattern NATIONALITY = Pattern.compile("[A-Z]{3}");

  public DepartureCertificate {
    require(NATIONALITY.matcher(nationality).matches(), "nationality");
    require(PLACE.matcher(from).matches(), "from");
    require(PLACE.matcher(to).matches() && !to.equals(from), "to");
  }

  private static void require(boolean right, String field) {
    if (!right) {
      throw new IllegalArgumentException(field);
    }
  }

  /** What the receiver answers: it is kept. */
  public record Deposited() {}

  /** Never shows a value: all of it is about a person. */
  @Override
  public String toString() {
    return "DepartureCertificate[redacted]";
  }
}
