package jp.chukan.mocknetwork.residentrecords;

import java.util.Optional;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.mocknetwork.foreignresident.LegalCategory;
import jp.chukan.mocknetwork.person.BasicInformation;
import jp.chukan.mocknetwork.person.IndividualNumber;
import jp.chukan.mocknetwork.person.ResidentRecordCode;
import org.springframework.stereotype.Component;

/**
 * Fictitious people from abroad who had no 住民票 before: with a 個人番号 and a 住民票コード that nobody has.
 * Who plays their arrival needs to know neither.
 */
@Component
public final class Newcomers {
  private static final String SERIES = "89%04d";

  private final ResidentRegisters registers;

  Newcomers(ResidentRegisters registers) {
    this.registers = registers;
  }

  /**
   * Somebody who is the next, or one of the next, to get a 住民票.
   *
   * @param after how many others get one before, in the same event
   * @param category of a foreigner
   */
  public NewResident next(
      InstitutionCode municipality,
      int after,
      BasicInformation person,
      String nationality,
      HouseholdInformation household,
      Optional<LegalCategory> category) {
    int position = registers.of(municipality).everybody().size() + after;
    String digits = ResidentRegisters.place(municipality) + SERIES.formatted(position);
    return new NewResident(
        IndividualNumber.fictitious(digits),
        new ResidentRecordCode(digits),
        person,
        nationality,
        household,
        category,
        Optional.of("国外"));
  }
}
