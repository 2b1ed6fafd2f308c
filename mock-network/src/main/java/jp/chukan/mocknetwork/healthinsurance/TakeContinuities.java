package jp.chukan.mocknetwork.healthinsurance;

import java.util.Objects;
import java.util.Optional;
import jp.chukan.mocknetwork.insurancetally.Continuities;
import jp.chukan.mocknetwork.link.Fault;
import jp.chukan.mocknetwork.link.RefusedCallException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** 「資格継続」 as the prefecture found it (T:2131). */
@Component
final class TakeContinuities {
  private final InsuredPersons persons;
  private final TransactionOperations transaction;

  TakeContinuities(InsuredPersons persons, TransactionOperations transaction) {
    this.persons = persons;
    this.transaction = transaction;
  }

  /**
   * Takes all of them; one about a time that is over meanwhile changes nothing.
   *
   * @throws RefusedCallException ANOTHER_TENANT for a person of another municipality
   */
  Continuities.Taken take(String place, Continuities continuities) {
    if (continuities.continuities().stream()
        .anyMatch(one -> !one.insured().municipality().equals(place))) {
      throw new RefusedCallException(Fault.ANOTHER_TENANT, "municipality");
    }
    return Objects.requireNonNull(
        transaction.execute(
            status -> {
              persons.lock(place);
              int taken = 0;
              for (Continuities.Continuity one : continuities.continuities()) {
                Optional<InsuredPerson> insured =
                    persons
                        .find(one.insured())
                        .filter(
                            person -> person.qualification().acquiredOn().equals(one.acquiredOn()));
                insured.ifPresent(
                    person -> persons.change(person.continuousSince(one.continuousSince())));
                taken += insured.isPresent() ? 1 : 0;
              }
              return new Continuities.Taken(taken);
            }));
  }
}
