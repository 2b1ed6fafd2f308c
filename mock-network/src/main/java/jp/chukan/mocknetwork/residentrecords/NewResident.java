package jp.chukan.mocknetwork.residentrecords;

import java.util.Optional;
import jp.chukan.mocknetwork.foreignresident.LegalCategory;
import jp.chukan.mocknetwork.foreignresident.Nationality;
import jp.chukan.mocknetwork.person.BasicInformation;
import jp.chukan.mocknetwork.person.IndividualNumber;
import jp.chukan.mocknetwork.person.ResidentRecordCode;

/**
 * Somebody who gets a 住民票.
 *
 * @param individualNumber 個人番号
 * @param recordCode 住民票コード
 * @param basicInformation 4情報, with the address here
 * @param nationality {@code JPN} or another code of ISO 3166-1 alpha-3
 * @param household what the person is in the household
 * @param category 法第30条の45に規定する区分 of a foreigner; one of whom it is not said is a 経過滞在者
 * @param previousAddress 前住所, empty when it is not said
 */
public record NewResident(
    IndividualNumber individualNumber,
    ResidentRecordCode recordCode,
    BasicInformation basicInformation,
    String nationality,
    HouseholdInformation household,
    Optional<LegalCategory> category,
    Optional<String> previousAddress) {
  public NewResident {
    if (!nationality.equals(Resident.JAPANESE)) {
      Nationality.requireForeign(nationality);
    } else if (category.isPresent()) {
      throw new IllegalArgumentException("a Japanese needs no permission to stay");
    }
  }

  /** Of whom neither 在留情報 nor 前住所 is said. */
  public NewResident(
      IndividualNumber individualNumber,
      ResidentRecordCode recordCode,
      BasicInformation basicInformation,
      String nationality,
      HouseholdInformation household) {
    this(
        individualNumber,
        recordCode,
        basicInformation,
        nationality,
        household,
        Optional.empty(),
        Optional.empty());
  }

  /** Never shows a value: all of it is about a person. */
  @Override
  public String toString() {
    return "NewResident[redacted]";
  }
}
