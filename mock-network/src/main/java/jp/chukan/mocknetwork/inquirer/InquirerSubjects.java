package jp.chukan.mocknetwork.inquirer;

import java.util.List;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.LinkageCode;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.mocknetwork.coresystem.Identifiers;
import jp.chukan.mocknetwork.residentregister.CarriedNumber;
import jp.chukan.mocknetwork.residentregister.NationalServer;
import org.springframework.stereotype.Component;

/**
 * An inquirer gets its own 「符号」 of a person the same way as everybody: through the register
 * network.
 */
@Component
final class InquirerSubjects {
  private final InquirerSubjectStore store;
  private final NationalServer nationalServer;
  private final Identifiers identifiers;

  InquirerSubjects(
      InquirerSubjectStore store, NationalServer nationalServer, Identifiers identifiers) {
    this.store = store;
    this.nationalServer = nationalServer;
    this.identifiers = identifiers;
  }

  LinkageCode linkageCodeOf(InstitutionCode inquirer, Subject subject) {
    return store.find(inquirer, subject.reference()).orElseGet(() -> acquire(inquirer, subject));
  }

  private LinkageCode acquire(InstitutionCode inquirer, Subject subject) {
    ProcessingNumber number =
        store.want(inquirer, subject.reference(), identifiers.processingNumber());
    nationalServer.carry(
        List.of(new CarriedNumber(inquirer, number, subject.residentRecordCode())));
    return store
        .find(inquirer, subject.reference())
        .orElseThrow(() -> new IllegalStateException("the core gave no code"));
  }
}
