package jp.chukan.mocknetwork.healthinsurance;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.chukan.mocknetwork.qualificationcheck.AcquisitionReason;
import jp.chukan.mocknetwork.qualificationcheck.LossReason;
import jp.chukan.mocknetwork.residentnotice.ResidentNotice;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * 「社会保険加入・離脱の届出」: whoever joins an employees' insurance is not insured here any more, whoever
 * leaves one is (国民健康保険法第6条から第8条).
 */
@Component
final class ReportEmployment {
  private final InsuredResidents residents;
  private final InsuredPersons persons;
  private final DecideQualification qualification;
  private final TakeResidents taking;
  private final SendMemberships memberships;
  private final TransactionOperations transaction;

  ReportEmployment(
      InsuredResidents residents,
      InsuredPersons persons,
      DecideQualification qualification,
      TakeResidents taking,
      SendMemberships memberships,
      TransactionOperations transaction) {
    this.residents = residents;
    this.persons = persons;
    this.qualification = qualification;
    this.taking = taking;
    this.memberships = memberships;
    this.transaction = transaction;
  }

  /**
   * Somebody joined an employees' insurance.
   *
   * @throws IllegalArgumentException when the resident is not insured here
   */
  void joined(String place, int position, LocalDate on) {
    transaction.executeWithoutResult(
        status -> {
          persons.lock(place);
          InsuredPerson after =
              persons
                  .find(place, resident(place, position).individualNumber())
                  .filter(InsuredPerson::isInsured)
                  .orElseThrow(() -> new IllegalArgumentException("position"))
                  .lost(on, LossReason.JOINED_EMPLOYEES_INSURANCE);
          persons.change(after);
          memberships.keep(place, List.of(after));
        });
  }

  /**
   * Somebody left one.
   *
   * @throws IllegalArgumentException when the resident is insured here already, or is too old
   */
  void left(String place, int position, LocalDate on) {
    transaction.executeWithoutResult(
        status -> {
          persons.lock(place);
          ResidentNotice resident = resident(place, position);
          Optional<InsuredPerson> known = persons.find(place, resident.individualNumber());
          if (known.filter(InsuredPerson::isInsured).isPresent()
              || !resident
                  .person()
                  .birthDate()
                  .plusYears(DecideQualification.LATTER_STAGE)
                  .isAfter(on)) {
            throw new IllegalArgumentException("position");
          }
          InsuredPerson after =
              known
                  .map(before -> again(before, resident, on))
                  .orElseGet(
                      () ->
                          qualification.insure(
                              place, resident, on, AcquisitionReason.LEFT_EMPLOYEES_INSURANCE));
          taking.enter(place, List.of(TakeResidents.entry(resident)));
          memberships.keep(place, List.of(after));
        });
  }

  private InsuredPerson again(InsuredPerson before, ResidentNotice resident, LocalDate on) {
    InsuredPerson after =
        before.acquired(
            resident.position(),
            qualification.card(before.qualification(), resident, before.wording()),
            on,
            AcquisitionReason.LEFT_EMPLOYEES_INSURANCE);
    persons.change(after);
    return after;
  }

  private ResidentNotice resident(String place, int position) {
    return residents
        .at(place)
        .find(place, position)
        .filter(ResidentNotice::isPresent)
        .orElseThrow(() -> new IllegalArgumentException("position"));
  }
}
