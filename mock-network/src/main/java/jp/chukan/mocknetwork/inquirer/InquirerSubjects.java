package jp.chukan.mocknetwork.inquirer;

import static java.util.Comparator.comparing;

import java.util.List;
import java.util.Objects;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.LinkageCode;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.mocknetwork.carriednumber.CarriedNumber;
import jp.chukan.mocknetwork.carriednumber.CarriedNumbers;
import jp.chukan.mocknetwork.coresystem.Identifiers;
import jp.chukan.mocknetwork.nationalserver.CarryNumbers;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * An inquirer gets its own 「符号」 of a person the same way as everybody: through the register
 * network.
 */
@Component
final class InquirerSubjects {
  private final InquirerSubjectStore store;
  private final CarryNumbers nationalServer;
  private final Identifiers identifiers;
  private final TransactionOperations transaction;

  InquirerSubjects(
      InquirerSubjectStore store,
      CarryNumbers nationalServer,
      Identifiers identifiers,
      TransactionOperations transaction) {
    this.store = store;
    this.nationalServer = nationalServer;
    this.identifiers = identifiers;
    this.transaction = transaction;
  }

  LinkageCode linkageCodeOf(InstitutionCode inquirer, Subject subject) {
    return store
        .find(inquirer, subject.reference())
        .orElseGet(
            () -> {
              acquire(inquirer, List.of(subject));
              return store
                  .find(inquirer, subject.reference())
                  .orElseThrow(() -> new IllegalStateException("the core gave no code"));
            });
  }

  /**
   * Acquires the codes of persons whom the inquirer does not know yet, all at once. Which number
   * stands for whom is kept before the numbers go out: the code comes back by the number.
   */
  void acquire(InstitutionCode inquirer, List<Subject> subjects) {
    List<CarriedNumber> numbers =
        Objects.requireNonNull(
            transaction.execute(
                status ->
                    subjects.stream()
                        .sorted(comparing(Subject::reference))
                        .filter(subject -> store.find(inquirer, subject.reference()).isEmpty())
                        .map(subject -> wanted(inquirer, subject))
                        .toList()));
    if (!numbers.isEmpty()) {
      nationalServer.carry(new CarriedNumbers(numbers));
    }
  }

  private CarriedNumber wanted(InstitutionCode inquirer, Subject subject) {
    ProcessingNumber number =
        store.want(inquirer, subject.reference(), identifiers.processingNumber());
    return new CarriedNumber(inquirer, number, subject.residentRecordCode());
  }
}
