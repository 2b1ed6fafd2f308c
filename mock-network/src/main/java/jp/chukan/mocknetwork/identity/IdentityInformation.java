package jp.chukan.mocknetwork.identity;

import java.time.LocalDate;
import java.util.regex.Pattern;
import jp.chukan.mocknetwork.person.BasicInformation;
import jp.chukan.mocknetwork.person.IndividualNumber;
import jp.chukan.mocknetwork.person.ResidentRecordCode;

/**
 * 「本人確認情報」 of a person after a change (住民基本台帳法第30条の6).
 *
 * @param recordCode 住民票コード, by which it is found
 * @param individualNumber 個人番号
 * @param person 4情報
 * @param municipality five digits of the municipality that sends it
 * @param reason 異動事由
 * @param changedOn 異動年月日
 * @param version 更新順番号 of this person at this municipality, from 1
 */
public record IdentityInformation(
    ResidentRecordCode recordCode,
    IndividualNumber individualNumber,
    BasicInformation person,
    String municipality,
    ChangeReason reason,
    LocalDate changedOn,
    int version) {
  /** Kind of message: one change. */
  public static final String MESSAGE = "identity-change";

  private static final Pattern MUNICIPALITY = Pattern.compile("[0-9]{5}");
  private static final int LONGEST = 200;

  public IdentityInformation {
    require(MUNICIPALITY.matcher(municipality).matches(), "municipality");
    require(version > 0, "version");
    require(isText(person.name()), "name");
    require(isText(person.address()), "address");
    require(person.sex().equals("1") || person.sex().equals("2"), "sex");
    require(!changedOn.isBefore(person.birthDate()), "changedOn");
  }

  private static boolean isText(String value) {
    return !value.isBlank() && value.length() <= LONGEST;
  }

  private static void require(boolean right, String field) {
    if (!right) {
      throw new IllegalArgumentException(field);
    }
  }

  /** Whether it says the same about the person, but for the address. */
  boolean differsInAddressOnly(IdentityInformation other) {
    return individualNumber.equals(other.individualNumber)
        && person.name().equals(other.person.name())
        && person.birthDate().equals(other.person.birthDate())
        && person.sex().equals(other.person.sex());
  }

  /** Never shows a value: all of it is about a person. */
  @Override
  public String toString() {
    return "IdentityInformation[" + reason + ", redacted]";
  }
}
