package jp.chukan.contract.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.NonDisclosureCode;
import jp.chukan.contract.code.ResponseMode;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.contract.error.Refusal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("副本登録の添付ファイル")
class RegistrationAttachmentReaderTest {
  private static final Instant UPDATED = Instant.parse("2026-10-01T00:00:00Z");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "segment-before-records",
        "segment-after-records",
        "elements-in-reverse-order"
      }) // MS-57
  void theOrderOfElementsMakesNoDifference(String fixture) {
    List<AttachmentRecord> records = new ArrayList<>();

    assertThat(read(fixture, records)).isEqualTo(Segment.REGISTRATION);

    assertThat(records).hasSize(2);
    RegistrationRecord head = readable(records.get(0));
    assertThat(head.recordNumber().value()).isEqualTo("REC-0001");
    assertThat(head.addressee()).isEqualTo(new UnifiedAddresseeNumber("1"));
    assertThat(head.recordKey()).isEqualTo("1");
    assertThat(head.parentRecordKey()).isNull();
    assertThat(head.publishedFrom()).isEqualTo(LocalDate.parse("2026-10-01"));
    assertThat(head.publishedTo()).isNull();
    assertThat(head.administrativeRegionCode()).isNull();
    assertThat(head.responseMode()).isEqualTo(ResponseMode.APPROVAL_REQUIRED);
    assertThat(head.nonDisclosure()).isEqualTo(new NonDisclosureCode("1"));
    assertThat(head.items()).containsExactly(new ReplicaItem(item(1), "1", "1", UPDATED));
    RegistrationRecord member = readable(records.get(1));
    assertThat(member.responseMode()).isNull();
    assertThat(member.nonDisclosure()).isNull();
    assertThat(member.items())
        .containsExactly(
            new ReplicaItem(item(1), "0", "1", UPDATED),
            new ReplicaItem(item(2), "試験 太郎", "1", UPDATED),
            new ReplicaItem(item(3), null, null, null));
    assertThat(member.missingFor(Segment.REGISTRATION)).isEmpty();
  }

  @Test
  void aDeletionNeedsNoCopyData() {
    List<AttachmentRecord> records = new ArrayList<>();

    assertThat(read("deletion", records)).isEqualTo(Segment.DELETION);

    RegistrationRecord record = readable(records.get(0));
    assertThat(record.items()).isEmpty();
    assertThat(record.missingFor(Segment.DELETION)).isEmpty();
    assertThat(record.missingFor(Segment.REGISTRATION))
        .contains(new Refusal(ErrorCode.SYM_MISSING_ELEMENT, "REC-0001", "PublicationDate"));
  }

  @ParameterizedTest
  @CsvSource({
    "record-unknown-element, SYM_UNKNOWN_ELEMENT, Remark",
    "record-unknown-nested-element, SYM_UNKNOWN_ELEMENT, Remark",
    "record-unknown-attribute, SYM_UNKNOWN_ELEMENT, DataSetRecordKey",
    "record-foreign-namespace, SYM_UNKNOWN_ELEMENT, DataSetRecordKey",
    "record-repeated-element, SYM_REPEATED_ELEMENT, DataSetRecordKey",
    "record-element-in-text, SYM_UNKNOWN_ELEMENT, x",
    "record-stray-text, SYM_CODE_FORM, InformationOfSPIRegistrationDelete",
    "record-missing-element, SYM_MISSING_ELEMENT, SPIMajorVersion",
    "record-empty-required-element, SYM_MISSING_ELEMENT, IntegratedAddressNumber",
    "record-nil-with-content, SYM_CODE_FORM, DataSetRecordKey",
    "record-addressee-wrong-form, SYM_CODE_FORM, IntegratedAddressNumber",
    "record-information-wrong-form, SYM_CODE_FORM, SpecificPersonalInformationCode",
    "record-date-wrong-form, SYM_CODE_FORM, PublicationDate",
    "record-date-impossible, SYM_CODE_FORM, PublicationDate",
    "record-flag-unknown, SYM_CODE_FORM, AutoResponseProhibited",
    "record-non-disclosure-wrong-form, SYM_CODE_FORM, NonDisclosureCode",
    "record-individual-number-filled, DBM_KOJIN_NO, KojinNo",
    "record-individual-number-filled-and-unknown-element, DBM_KOJIN_NO, KojinNo"
  }) // JN-05 JN-08 MS-31 MS-51
  void aFaultInARecordLeavesTheOthersUnharmed(String fixture, ErrorCode code, String element) {
    assertRefusedAlone(fixture, "REC-0002", code, element);
  }

  @ParameterizedTest
  @CsvSource({
    "copy-data-not-well-formed, SYM_NOT_WELL_FORMED, TK00000000000101",
    "copy-data-text-only, SYM_NOT_WELL_FORMED, DuplicateCopyData",
    "copy-data-item-as-root, SYM_UNKNOWN_ELEMENT, TK00000000000101",
    "copy-data-xxe-local, SYM_DTD_FORBIDDEN, DuplicateCopyData",
    "copy-data-billion-laughs, SYM_DTD_FORBIDDEN, DuplicateCopyData",
    "copy-data-wrong-encoding, SYM_ENCODING, DuplicateCopyData",
    "copy-data-repeated-item, SYM_REPEATED_ELEMENT, TK00000000000101",
    "copy-data-element-in-item, SYM_UNKNOWN_ELEMENT, b",
    "copy-data-name-no-item-code, SYM_UNKNOWN_ELEMENT, Name",
    "copy-data-unknown-attribute, SYM_UNKNOWN_ELEMENT, TK00000000000101",
    "copy-data-without-update-time, SYM_MISSING_ELEMENT, TK00000000000101",
    "copy-data-update-time-wrong-form, SYM_CODE_FORM, TK00000000000101",
    "copy-data-nil-with-content, SYM_CODE_FORM, TK00000000000101",
    "copy-data-stray-text, SYM_CODE_FORM, DataSet"
  }) // JN-05 JN-08
  void aFaultInTheCopyDataLeavesTheOtherRecordsUnharmed(
      String fixture, ErrorCode code, String element) {
    assertRefusedAlone(fixture, "REC-0002", code, element);
  }

  @Test
  void aRecordWithoutAUsableNumberIsToldByItsPosition() {
    assertRefusedAlone(
        "record-number-wrong-form", null, ErrorCode.SYM_CODE_FORM, "RecordIdentificationNumber");
  }

  @ParameterizedTest
  @CsvSource({
    "file-not-well-formed, SYM_NOT_WELL_FORMED, InformationOfSPIRegistrationDelete",
    "file-cut-off, SYM_NOT_WELL_FORMED, InformationOfSPIRegistrationDelete",
    "file-xxe-local, SYM_DTD_FORBIDDEN,",
    "file-billion-laughs, SYM_DTD_FORBIDDEN,",
    "file-wrong-encoding, SYM_ENCODING,",
    "file-wrong-encoding-utf-16, SYM_ENCODING,",
    "file-segment-missing, DBM_SEGMENT, SegmentOfRegistrationDelete",
    "file-segment-repeated, DBM_SEGMENT, SegmentOfRegistrationDelete",
    "file-segment-unknown, DBM_SEGMENT, SegmentOfRegistrationDelete",
    "file-segment-empty, DBM_SEGMENT, SegmentOfRegistrationDelete",
    "file-unknown-element, SYM_UNKNOWN_ELEMENT, Remark",
    "file-other-root, SYM_UNKNOWN_ELEMENT, SPIRegistrationList",
    "file-too-deep, SYM_TOO_DEEP, a"
  }) // JN-05
  void aFileThatCannotBeToldApartIsRefusedWhole(
      String fixture, ErrorCode code, @Nullable String element) {
    InvalidInputException thrown =
        Objects.requireNonNull(
            catchThrowableOfType(
                InvalidInputException.class, () -> read("bad/" + fixture, new ArrayList<>())));

    assertThat(thrown.refusal()).isEqualTo(new Refusal(code, null, element));
    assertThat(thrown).hasNoCause();
  }

  @ParameterizedTest
  @ValueSource(strings = {"DataSetRecordKey", "DuplicateCopyData", "Remark"})
  void anElementOfTenMegabytesRefusesItsRecordAndIsNotHeld(String element) {
    String good = text("segment-before-records");
    String record = good.substring(good.indexOf("  <Information"), good.indexOf("</SPIReg"));
    int end = record.indexOf("  </Information");
    InputStream file =
        joined(
            stream(good.substring(0, good.indexOf("  <Information"))),
            stream(record.substring(0, end) + "<" + element + ">"),
            repeated("0123456789", 1_000_000),
            stream("</" + element + ">" + record.substring(end)),
            stream("</SPIRegistrationDeleteList>"));
    List<AttachmentRecord> records = new ArrayList<>();

    RegistrationAttachmentReader.read(file, records::add);

    assertThat(records).hasSize(2);
    assertThat(((AttachmentRecord.Unreadable) records.get(0)).refusal().element())
        .isEqualTo(element);
    assertThat(readable(records.get(1)).recordNumber().value()).isEqualTo("REC-0002");
  }

  @Test
  void anElementThatIsOnlyLargeIsSaidToBeTooLarge() {
    String file =
        text("segment-before-records")
            .replaceFirst("<DataSetRecordKey>1", "<DataSetRecordKey>" + "1".repeat(70_000));
    List<AttachmentRecord> records = new ArrayList<>();

    RegistrationAttachmentReader.read(stream(file), records::add);

    assertThat(records.get(0))
        .isEqualTo(
            new AttachmentRecord.Unreadable(
                1,
                "REC-0001",
                new Refusal(ErrorCode.SYM_TOO_LARGE, "REC-0001", "DataSetRecordKey")));
  }

  @Test
  void aNameOfTenMegabytesRefusesTheFile() {
    InputStream file =
        joined(stream("<SPIRegistrationDeleteList><"), repeated("abcdefghij", 1_000_000));

    InvalidInputException thrown =
        Objects.requireNonNull(
            catchThrowableOfType(
                InvalidInputException.class,
                () -> RegistrationAttachmentReader.read(file, record -> {})));

    assertThat(thrown.refusal().code()).isEqualTo(ErrorCode.SYM_TOO_LARGE);
  }

  private static void assertRefusedAlone(
      String fixture, @Nullable String number, ErrorCode code, String element) {
    List<AttachmentRecord> records = new ArrayList<>();

    assertThat(read("bad/" + fixture, records)).isEqualTo(Segment.REGISTRATION);

    assertThat(records)
        .extracting(AttachmentRecord::position)
        .isEqualTo(IntStream.rangeClosed(1, 3).boxed().toList());
    assertThat(readable(records.get(0)).recordNumber().value()).isEqualTo("REC-0001");
    assertThat(records.get(1))
        .isEqualTo(new AttachmentRecord.Unreadable(2, number, new Refusal(code, number, element)));
    assertThat(readable(records.get(2)).recordNumber().value()).isEqualTo("REC-0003");
  }

  private static RegistrationRecord readable(AttachmentRecord record) {
    return ((AttachmentRecord.Readable) record).record();
  }

  private static ItemCode item(int number) {
    return new ItemCode("TK%014d".formatted(100 + number));
  }

  private static Segment read(String fixture, List<AttachmentRecord> records) {
    try (InputStream file =
        Objects.requireNonNull(
            RegistrationAttachmentReaderTest.class.getResourceAsStream(fixture + ".xml"),
            fixture)) {
      return RegistrationAttachmentReader.read(file, records::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(String fixture) {
    try (InputStream file =
        Objects.requireNonNull(
            RegistrationAttachmentReaderTest.class.getResourceAsStream(fixture + ".xml"))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static InputStream joined(InputStream... parts) {
    return new SequenceInputStream(Collections.enumeration(List.of(parts)));
  }

  private static InputStream repeated(String text, int times) {
    String block = text.repeat(1000);
    return new SequenceInputStream(
        Collections.enumeration(
            IntStream.range(0, times / 1000).mapToObj(number -> stream(block)).toList()));
  }
}
