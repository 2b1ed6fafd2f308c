package jp.chukan.mocknetwork.healthinsurance;

import java.util.List;
import jp.chukan.mocknetwork.insurancetally.FormerMembership;
import jp.chukan.mocknetwork.qualificationcheck.InsuredNumber;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * 「資格喪失証明書」 at the counter: what the former municipality says goes to the prefecture, which decides
 * whether the qualification continues (T:2131).
 */
@Component
final class ReportFormerMembership {
  private final InsuredPersons persons;
  private final SendMemberships memberships;
  private final TransactionOperations transaction;

  ReportFormerMembership(
      InsuredPersons persons, SendMemberships memberships, TransactionOperations transaction) {
    this.persons = persons;
    this.memberships = memberships;
    this.transaction = transaction;
  }

  /**
   * @throws IllegalArgumentException when nobody of this number is insured
   */
  void report(InsuredNumber insured, FormerMembership former) {
    String place = insured.municipality();
    transaction.executeWithoutResult(
        status -> {
          persons.lock(place);
          InsuredPerson after =
              persons
                  .find(insured)
                  .filter(InsuredPerson::isInsured)
                  .orElseThrow(() -> new IllegalArgumentException("insured"))
                  .cameFrom(former);
          persons.change(after);
          memberships.keep(place, List.of(after));
        });
  }
}
