package jp.chukan.mocknetwork.residentrecords;

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
 */
public record NewResident(
    IndividualNumber individualNumber,
    ResidentRecordCode recordCode,
    BasicInformation basicInformation,
    String nationality,
    HouseholdInformation household) {

  /** Never shows a value: all of it is about a person. */
  @Override
  public String toString() {
    return "NewResident[redacted]";
  }
}
