package jp.chukan.mocknetwork.municipality;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import jp.chukan.contract.attachment.RegistrationAttachmentWriter;
import jp.chukan.contract.attachment.RegistrationRecord;
import jp.chukan.contract.attachment.ReplicaItem;
import jp.chukan.contract.attachment.Segment;
import jp.chukan.contract.attachment.SegmentPlace;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.NonDisclosureCode;
import jp.chukan.contract.code.RecordIdentificationNumber;
import jp.chukan.contract.code.ResponseMode;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import jp.chukan.mocknetwork.replica.ReplicaContent;

/** Writes what a business system holds as the attachment of a registration. */
final class ReplicaAttachment {
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
  private static final String ONLY_RECORD = "1";
  private static final String FIRST_VERSION = "1";
  private static final NonDisclosureCode WITHHELD = new NonDisclosureCode("1");
  private static final NonDisclosureCode DISCLOSED = new NonDisclosureCode("0");

  private ReplicaAttachment() {}

  static byte[] write(List<RegistrationRecord> records) {
    var bytes = new ByteArrayOutputStream();
    try (var attachment =
        new RegistrationAttachmentWriter(
            bytes, Segment.REGISTRATION, SegmentPlace.BEFORE_RECORDS)) {
      for (RegistrationRecord record : records) {
        attachment.write(record);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * The record of one person; 支援措置 becomes 自動応答不可 and 不開示 (MU-05). That there is none is said as
   * well: what is not said stays as it is, and 支援措置 would never end.
   */
  static RegistrationRecord record(
      UnifiedAddresseeNumber addressee, SubmitReplicas.Submission submission) {
    return new RegistrationRecord(
        new RecordIdentificationNumber(UUID.randomUUID().toString()),
        addressee,
        submission.information().information(),
        submission.information().dataSet(),
        ONLY_RECORD,
        submission.information().edition(),
        null,
        LocalDate.ofInstant(submission.updatedAt(), JAPAN),
        null,
        null,
        submission.underSupport() ? ResponseMode.APPROVAL_REQUIRED : ResponseMode.AUTOMATIC,
        submission.underSupport() ? WITHHELD : DISCLOSED,
        submission.information().layout().stream()
            .map(item -> item(item, submission.information(), submission.updatedAt()))
            .toList());
  }

  private static ReplicaItem item(ItemCode item, ReplicaContent information, Instant updatedAt) {
    String value = information.items().get(item);
    return value == null
        ? new ReplicaItem(item, null, null, null)
        : new ReplicaItem(item, value, FIRST_VERSION, updatedAt);
  }
}
