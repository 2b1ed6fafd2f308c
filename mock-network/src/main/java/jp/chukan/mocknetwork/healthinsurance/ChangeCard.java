package jp.chukan.mocknetwork.healthinsurance;

import java.util.List;
import jp.chukan.mocknetwork.residentnotice.ResidentNotice;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** 「券面記載の申し出」: another name on the front of the card, the sex on the back (T:2449-2458). */
@Component
final class ChangeCard {
  private final InsuredResidents residents;
  private final InsuredPersons persons;
  private final DecideQualification qualification;
  private final SendMemberships memberships;
  private final TransactionOperations transaction;

  ChangeCard(
      InsuredResidents residents,
      InsuredPersons persons,
      DecideQualification qualification,
      SendMemberships memberships,
      TransactionOperations transaction) {
    this.residents = residents;
    this.persons = persons;
    this.qualification = qualification;
    this.memberships = memberships;
    this.transaction = transaction;
  }

  /**
   * @throws IllegalArgumentException when the resident is not insured here
   */
  void change(String place, int position, CardWording wording) {
    transaction.executeWithoutResult(
        status -> {
          persons.lock(place);
          ResidentNotice resident =
              residents
                  .at(place)
                  .find(place, position)
                  .orElseThrow(() -> new IllegalArgumentException("position"));
          InsuredPerson before =
              persons
                  .find(place, resident.individualNumber())
                  .filter(InsuredPerson::isInsured)
                  .orElseThrow(() -> new IllegalArgumentException("position"));
          InsuredPerson after =
              before.shown(
                  before.position(),
                  qualification.card(before.qualification(), resident, wording),
                  wording);
          persons.change(after);
          memberships.keep(place, List.of(after));
        });
  }
}
