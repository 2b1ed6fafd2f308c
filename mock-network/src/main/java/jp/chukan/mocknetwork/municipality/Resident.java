package jp.chukan.mocknetwork.municipality;

import java.time.Instant;
import jp.chukan.contract.code.AddresseeNumber;
import jp.chukan.mocknetwork.residentregister.ResidentRecordCode;

/**
 * One fictitious resident as the 「住民記録システム」 knows it.
 *
 * @param index position in the register, from 0
 * @param addresseeNumber 宛名番号 in this business system
 * @param individualNumber 個人番号, which never leaves this package
 * @param recordCode 住民票コード
 * @param basicInformation 4情報
 * @param household number of the household
 * @param householdInformation 世帯情報
 * @param underSupport 支援措置: neither automatic answers nor disclosure (MU-05)
 * @param updatedAt last change of the record
 */
public record Resident(
    int index,
    AddresseeNumber addresseeNumber,
    IndividualNumber individualNumber,
    ResidentRecordCode recordCode,
    BasicInformation basicInformation,
    int household,
    HouseholdInformation householdInformation,
    boolean underSupport,
    Instant updatedAt) {

  Resident withHousehold(HouseholdInformation changed, Instant at) {
    return new Resident(
        index,
        addresseeNumber,
        individualNumber,
        recordCode,
        basicInformation,
        household,
        changed,
        underSupport,
        at);
  }

  /** Shows the position only: the rest is about a person. */
  @Override
  public String toString() {
    return "Resident[" + index + ", redacted]";
  }
}
