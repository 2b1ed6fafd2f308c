package jp.chukan.command.bench.registration;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jp.chukan.contract.attachment.RegistrationAttachmentWriter;
import jp.chukan.contract.attachment.RegistrationRecord;
import jp.chukan.contract.attachment.ReplicaItem;
import jp.chukan.contract.attachment.Segment;
import jp.chukan.contract.attachment.SegmentPlace;
import jp.chukan.contract.code.DepartmentCode;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.LayoutEdition;
import jp.chukan.contract.code.MessageId;
import jp.chukan.contract.code.RecordIdentificationNumber;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.contract.code.SystemIdentifier;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import jp.chukan.contract.code.UserId;
import jp.chukan.contract.message.MessageHeader;
import jp.chukan.contract.message.ReplicaRegistrationRequest;
import jp.chukan.contract.message.XmlMessages;

/**
 * One registration of 世帯情報 for many persons, as a municipality's system writes it: two files.
 *
 * @param message {@code IF_DBM_20113_R01}
 * @param attachment {@code SPIRegistrationDeleteList}
 */
record RegistrationFiles(Path message, Path attachment) {
  private static final SpecificPersonalInformationCode INFORMATION =
      new SpecificPersonalInformationCode("TM00000000000001");
  private static final ItemCode DATA_SET = new ItemCode("TK00000000000100");
  private static final ItemCode HEAD_FLAG = new ItemCode("TK00000000000101");
  private static final ItemCode HEAD_NAME = new ItemCode("TK00000000000102");
  private static final ItemCode RELATIONSHIP = new ItemCode("TK00000000000103");
  private static final LayoutEdition EDITION = new LayoutEdition("1");
  private static final LocalDate PUBLISHED = LocalDate.of(2026, 10, 1);
  private static final Instant UPDATED = Instant.parse("2026-10-01T00:00:00Z");
  private static final int PERSONS_OF_A_HOUSEHOLD = 3;

  /**
   * Writes the files; no more than one record is in memory at a time.
   *
   * @param from first position of persons
   * @param to position after the last
   */
  static RegistrationFiles write(Path folder, int from, int to) throws IOException {
    var message = folder.resolve("DBM_20113_0.xml");
    var attachment = folder.resolve("DBM_20113_ATTACH_0.xml");
    Files.write(message, XmlMessages.write(message(attachment, from)));
    try (var out = new BufferedOutputStream(Files.newOutputStream(attachment));
        var writer =
            new RegistrationAttachmentWriter(
                out, Segment.REGISTRATION, SegmentPlace.BEFORE_RECORDS)) {
      for (int index = from; index < to; index++) {
        writer.write(registration(index));
      }
    }
    return new RegistrationFiles(message, attachment);
  }

  /** 「団体内統合宛名番号」 of the person at this position. */
  static UnifiedAddresseeNumber person(int index) {
    return new UnifiedAddresseeNumber("9%08d".formatted(index));
  }

  private static ReplicaRegistrationRequest message(Path attachment, int number) {
    return new ReplicaRegistrationRequest(
        MessageHeader.request(
            new MessageId("BENCH-" + number),
            ReplicaRegistrationRequest.TYPE_ID,
            new SystemIdentifier("T000104202"),
            new SystemIdentifier("K000000001")),
        new ReplicaRegistrationRequest.Body(
            new DepartmentCode("3595115400"),
            new UserId("bench"),
            attachment.getFileName().toString(),
            "1"));
  }

  private static RegistrationRecord registration(int index) {
    return new RegistrationRecord(
        new RecordIdentificationNumber("BENCH-" + index),
        person(index),
        INFORMATION,
        DATA_SET,
        "1",
        EDITION,
        null,
        PUBLISHED,
        null,
        null,
        null,
        null,
        items(index));
  }

  private static List<ReplicaItem> items(int index) {
    return index % PERSONS_OF_A_HOUSEHOLD == 0
        ? List.of(item(HEAD_FLAG, "1"))
        : List.of(item(HEAD_FLAG, "0"), item(HEAD_NAME, "架空　試験太郎"), item(RELATIONSHIP, "子"));
  }

  private static ReplicaItem item(ItemCode code, String value) {
    return new ReplicaItem(code, value, EDITION.value(), UPDATED);
  }
}
