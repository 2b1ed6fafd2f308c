package jp.chukan.gateway.reconciliation;

import java.io.InputStream;
import java.util.function.Consumer;
import jp.chukan.contract.attachment.AttachmentRecord;
import jp.chukan.contract.attachment.RegistrationAttachmentReader;
import jp.chukan.contract.attachment.RegistrationRecord;
import jp.chukan.contract.attachment.Segment;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.contract.error.Refusal;
import jp.chukan.gateway.csv.CsvFaults;
import jp.chukan.gateway.replica.ReplicaKey;

/** Reads the register's file in the form of a registration, by the reader of registrations. */
final class RegisterXml {
  private final RegisterCheck check;
  private final Consumer<RegisterRecord> taker;
  private final CsvFaults faults;

  private RegisterXml(RegisterCheck check, Consumer<RegisterRecord> taker, CsvFaults faults) {
    this.check = check;
    this.taker = taker;
    this.faults = faults;
  }

  /**
   * @param faults by position of the record and element
   * @throws InvalidInputException when no record can be told from the other, or the file is about
   *     deletions
   */
  static void read(
      InputStream content, RegisterCheck check, Consumer<RegisterRecord> taker, CsvFaults faults) {
    Segment segment =
        RegistrationAttachmentReader.read(content, new RegisterXml(check, taker, faults)::take);
    if (segment != Segment.REGISTRATION) {
      throw InvalidInputException.at(ErrorCode.DBM_SEGMENT, "SegmentOfRegistrationDelete");
    }
    faults.throwIfAny();
  }

  private void take(AttachmentRecord arrived) {
    switch (arrived) {
      case AttachmentRecord.Readable readable -> take(readable.position(), readable.record());
      case AttachmentRecord.Unreadable unreadable ->
          fault(unreadable.position(), unreadable.refusal());
    }
  }

  private void take(int position, RegistrationRecord record) {
    ReplicaKey key =
        new ReplicaKey(
            record.addressee(), record.information(), record.dataSetItem(), record.recordKey());
    check
        .refusalOf(key, record.edition(), record.sentItems())
        .ifPresentOrElse(
            refusal -> fault(position, refusal), () -> taker.accept(record(key, record)));
  }

  private void fault(int position, Refusal refusal) {
    faults.add(position, refusal.element(), refusal.code());
    if (faults.isFull()) {
      faults.throwIfAny();
    }
  }

  private static RegisterRecord record(ReplicaKey key, RegistrationRecord record) {
    // an end that is not given is an open one where the file speaks of a period at all
    boolean saysPeriod = record.publishedFrom() != null;
    return new RegisterRecord(
        key,
        saysPeriod,
        saysPeriod,
        record.publishedFrom(),
        record.publishedTo(),
        record.parentRecordKey(),
        record.administrativeRegionCode(),
        record.responseMode(),
        record.values());
  }
}
