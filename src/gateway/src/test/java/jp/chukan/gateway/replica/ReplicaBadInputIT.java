package jp.chukan.gateway.replica;

import static jp.chukan.gateway.testing.TestKeys.ISHINOMAKI;
import static jp.chukan.gateway.testing.TestKeys.TSUKUBA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.SystemIdentifier;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.contract.message.MessageHeader;
import jp.chukan.contract.message.ReplicaInquiry;
import jp.chukan.contract.message.ReplicaRegistrationRequest;
import jp.chukan.contract.message.ReplicaRegistrationResult;
import jp.chukan.contract.message.ReplicaRegistrationResult.Refused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each kind of bad input gets its own code with record and element, and leaves the rest of the file
 * unharmed; what makes the file as a whole unreadable changes nothing at all.
 */
@DisplayName("副本登録の不正な入力")
class ReplicaBadInputIT {
  private static final String BILLION_LAUGHS =
      "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\">]>";
  private static final String XXE = "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>";

  private static final List<String> STORED =
      List.of("replica", "replica_record_number", "replica_message", "communication");

  private static ReplicaBed bed;
  private static int count;

  @BeforeAll
  static void start() {
    bed = new ReplicaBed();
  }

  static Stream<Arguments> badRecords() {
    return Stream.of(
        bad("unknown element", row().with("Other", "1"), ErrorCode.SYM_UNKNOWN_ELEMENT, "Other"),
        bad(
            "repeated element",
            row().and("<DataSetRecordKey>2</DataSetRecordKey>"),
            ErrorCode.SYM_REPEATED_ELEMENT,
            "DataSetRecordKey"),
        bad(
            "missing element",
            row().without("IntegratedAddressNumber"),
            ErrorCode.SYM_MISSING_ELEMENT,
            "IntegratedAddressNumber"),
        bad(
            "code of the wrong form",
            row().with("SpecificPersonalInformationCode", "TM1"),
            ErrorCode.SYM_CODE_FORM,
            "SpecificPersonalInformationCode"),
        bad(
            "no such day",
            row().with("PublicationDate", "2026-02-30"),
            ErrorCode.SYM_CODE_FORM,
            "PublicationDate"),
        bad(
            "no day of publication",
            row().with("PublicationDate", ""),
            ErrorCode.SYM_MISSING_ELEMENT,
            "PublicationDate"),
        bad(
            "publication that ends before it begins",
            row().with("PublishedEndDate", "2026-09-30"),
            ErrorCode.DBM_PERIOD,
            "PublishedEndDate"),
        bad(
            "filled KojinNo",
            row().and("<KojinNo>123456789018</KojinNo>"),
            ErrorCode.DBM_KOJIN_NO,
            "KojinNo"),
        bad(
            "unknown information",
            row().with("SpecificPersonalInformationCode", "TM00000000000002"),
            ErrorCode.DBM_UNKNOWN_INFORMATION,
            "SpecificPersonalInformationCode"),
        bad(
            "本人確認情報",
            row().with("DataSetIdentificationItemCode", "TK00000000000900"),
            ErrorCode.DBM_FORBIDDEN_DATA_SET,
            "DataSetIdentificationItemCode"),
        bad(
            "送付先情報",
            row().with("SpecificPersonalInformationCode", "TM00000000000910"),
            ErrorCode.DBM_FORBIDDEN_DATA_SET,
            "SpecificPersonalInformationCode"),
        bad(
            "本人確認情報 among the items",
            row().items(Row.item("TK00000000000101", "1"), Row.empty("TK00000000000900")),
            ErrorCode.DBM_FORBIDDEN_DATA_SET,
            "TK00000000000900"),
        bad(
            "unknown edition",
            row().with("SPIMajorVersion", "9"),
            ErrorCode.DBM_UNKNOWN_EDITION,
            "SPIMajorVersion"),
        bad(
            "data set outside the layout",
            row().with("DataSetIdentificationItemCode", "TK00000000000200"),
            ErrorCode.DBM_ITEM_OUTSIDE_LAYOUT,
            "DataSetIdentificationItemCode"),
        bad(
            "item outside the layout",
            row().items(Row.item("TK00000000000101", "1"), Row.item("TK00000000000104", "架空市")),
            ErrorCode.DBM_ITEM_OUTSIDE_LAYOUT,
            "TK00000000000104"),
        bad(
            "empty item outside the layout",
            row().items(Row.item("TK00000000000101", "1"), Row.empty("TK00000000000104")),
            ErrorCode.DBM_ITEM_OUTSIDE_LAYOUT,
            "TK00000000000104"),
        bad(
            "code outside its list",
            row().content("2", "架空 太郎", "子"),
            ErrorCode.DBM_ITEM_FORM,
            "TK00000000000101"),
        bad(
            "head with the name of a head",
            row().content("1", "架空 太郎", "子"),
            ErrorCode.DBM_ITEM_COMBINATION,
            "TK00000000000102"),
        bad(
            "no content",
            row().with("DuplicateCopyData", ""),
            ErrorCode.SYM_MISSING_ELEMENT,
            "DuplicateCopyData"),
        bad(
            "number with check digit in a name",
            row().named("架空 123456789018"),
            ErrorCode.DBM_INDIVIDUAL_NUMBER,
            "TK00000000000102"),
        bad(
            "number with check digit, full width and grouped",
            row().named("１２３４－５６７８－９０１８"),
            ErrorCode.DBM_INDIVIDUAL_NUMBER,
            "TK00000000000102"),
        bad(
            "missing parent",
            row().with("ParentDataSetRecordKey", "77"),
            ErrorCode.DBM_PARENT_RECORD,
            "ParentDataSetRecordKey"),
        bad(
            "content that is not well-formed",
            row().copyData("<DataSet><TK00000000000101>"),
            ErrorCode.SYM_NOT_WELL_FORMED,
            null),
        bad(
            "content with an external entity",
            row().copyData(XXE + "<DataSet>&a;</DataSet>"),
            ErrorCode.SYM_DTD_FORBIDDEN,
            null),
        bad(
            "content with nested entities",
            row().copyData(BILLION_LAUGHS + "<DataSet>&b;</DataSet>"),
            ErrorCode.SYM_DTD_FORBIDDEN,
            null),
        bad(
            "content of ten megabytes",
            row().named("あ".repeat(10 << 20)),
            ErrorCode.SYM_TOO_LARGE,
            "DuplicateCopyData"));
  }

  // MS-14, MS-17, MS-31, MS-45, MS-51, MS-57, JN-05, JN-08
  @ParameterizedTest(name = "{0}")
  @MethodSource("badRecords")
  void aBadRecordIsNamedAndTheRestOfTheFileTakesEffect(
      String fault, Row bad, ErrorCode code, @Nullable String element) {
    String before = addressee();
    String spoilt = addressee();
    String after = addressee();
    ReplicaRegistrationResult.Body result =
        bed.register(
            Row.member("B" + before, before),
            bad.with("RecordIdentificationNumber", "B" + spoilt).withAddressee(spoilt),
            Row.head("B" + after, after));
    assertThat(result.acceptedCount()).isEqualTo(2);
    assertThat(result.refusedCount()).isEqualTo(1);
    Refused refused = result.refused().getFirst();
    assertThat(refused.recordNumber()).isEqualTo("B" + spoilt);
    assertThat(refused.position()).isEqualTo(2);
    assertThat(refused.errorCode()).isEqualTo(code.id());
    assertThat(refused.errorMessage()).isEqualTo(code.message());
    if (element != null) {
      assertThat(refused.element()).isEqualTo(element);
    }
    assertThat(bed.find(before, ReplicaBed.IS_HEAD)).isInstanceOf(ReplicaLookup.Found.class);
    assertThat(bed.find(spoilt, ReplicaBed.IS_HEAD)).isInstanceOf(ReplicaLookup.Absent.class);
    assertThat(bed.find(after, ReplicaBed.IS_HEAD)).isInstanceOf(ReplicaLookup.Found.class);
  }

  @Test // MS-31
  void anEmptyIndividualNumberElementIsPassedOver() {
    String addressee = addressee();
    assertThat(bed.register(Row.head("K" + addressee, addressee).and("<KojinNo/>")).acceptedCount())
        .isEqualTo(1);
  }

  @Test // JN-05
  void aRecordWithoutUsableNumberIsNamedByItsPosition() {
    String addressee = addressee();
    Refused refused =
        bed.register(Row.head("P" + addressee, addressee), Row.head("no number!", addressee()))
            .refused()
            .getFirst();
    assertThat(refused.recordNumber()).isNull();
    assertThat(refused.position()).isEqualTo(2);
    assertThat(refused.errorCode()).isEqualTo(ErrorCode.SYM_CODE_FORM.id());
  }

  static Stream<Arguments> badFiles() {
    String good = Row.head("F1", "901").xml();
    return Stream.of(
        file("not well-formed", list(good + "</x>"), ErrorCode.SYM_NOT_WELL_FORMED),
        file("ends too early", list(good).substring(0, 300), ErrorCode.SYM_NOT_WELL_FORMED),
        file("empty", "", ErrorCode.SYM_NOT_WELL_FORMED),
        file("external entity", XXE + list(good), ErrorCode.SYM_DTD_FORBIDDEN),
        file("nested entities", BILLION_LAUGHS + list(good), ErrorCode.SYM_DTD_FORBIDDEN),
        file(
            "other encoding",
            "<?xml version=\"1.0\" encoding=\"Shift_JIS\"?>" + list(good),
            ErrorCode.SYM_ENCODING),
        file("other root", "<Other>" + good + "</Other>", ErrorCode.SYM_UNKNOWN_ELEMENT),
        file("element beside the records", list(good + "<x/>"), ErrorCode.SYM_UNKNOWN_ELEMENT),
        file(
            "no segment",
            "<SPIRegistrationDeleteList>" + good + "</SPIRegistrationDeleteList>",
            ErrorCode.DBM_SEGMENT),
        file(
            "segment twice",
            list(good + "<SegmentOfRegistrationDelete>1</SegmentOfRegistrationDelete>"),
            ErrorCode.DBM_SEGMENT),
        file("unknown segment", Row.attachment("3", Row.head("F1", "901")), ErrorCode.DBM_SEGMENT));
  }

  // MS-57, JN-05
  @ParameterizedTest(name = "{0}")
  @MethodSource("badFiles")
  void aFileThatCannotBeReadToItsEndChangesNothing(
      String fault, String attachment, ErrorCode code) {
    int messages = bed.rows("replica_message");
    int communications = bed.rows("communication");
    assertThatThrownBy(() -> bed.send(ISHINOMAKI, attachment))
        .isInstanceOfSatisfying(
            InvalidInputException.class, e -> assertThat(e.refusal().code()).isEqualTo(code));
    assertThat(bed.find("901", ReplicaBed.IS_HEAD)).isInstanceOf(ReplicaLookup.Absent.class);
    assertThat(bed.rows("replica_message")).isEqualTo(messages);
    assertThat(bed.rows("communication")).isEqualTo(communications);
  }

  @Test // MS-57, MS-95
  @DisplayName("件数の上限ちょうどは受け付け、一件でも多い添付ファイルは何も残さない")
  void anAttachmentHasAsManyRecordsAsItMayAndNotOneMore() {
    ReplicaBed three = bed.taking(3);
    assertThat(three.register(heads(3)).acceptedCount()).isEqualTo(3);
    List<Integer> before = STORED.stream().map(bed::rows).toList();
    assertThatThrownBy(() -> three.register(heads(4)))
        .isInstanceOfSatisfying(
            InvalidInputException.class,
            e -> assertThat(e.refusal().code()).isEqualTo(ErrorCode.SYM_TOO_LARGE));
    assertThat(STORED.stream().map(bed::rows).toList()).isEqualTo(before);
  }

  private static Row[] heads(int number) {
    return Stream.generate(ReplicaBadInputIT::addressee)
        .limit(number)
        .map(addressee -> Row.head("L" + addressee, addressee))
        .toArray(Row[]::new);
  }

  @Test
  void aSenderThatBreaksOffLeavesNothingBehind() {
    InputStream half =
        new SequenceInputStream(
            ReplicaBed.stream(
                "<SPIRegistrationDeleteList>" + Row.head("H1", "902").xml().repeat(500)),
            new BrokenStream());
    assertThatThrownBy(() -> bed.send(ISHINOMAKI, bed.registration(ISHINOMAKI), half))
        .isInstanceOf(UncheckedIOException.class);
    assertThat(bed.find("902", ReplicaBed.IS_HEAD)).isInstanceOf(ReplicaLookup.Absent.class);
    assertThat(bed.register(Row.head("H1", "902")).acceptedCount()).isEqualTo(1);
  }

  @Test
  void anAttachmentThatDidNotComeOrHasAnotherNameIsRefused() {
    byte[] message = ReplicaBed.message(bed.registration(ISHINOMAKI));
    assertRefused(
        ISHINOMAKI, new RegistrationSubmission(message, null), ErrorCode.DBM_ATTACHMENT_MISSING);
    for (String name : new String[] {null, "", "other.xml"}) {
      assertRefused(
          ISHINOMAKI,
          new RegistrationSubmission(
              message, new RegistrationSubmission.Attachment(name, InputStream.nullInputStream())),
          ErrorCode.DBM_ATTACHMENT_NAME);
    }
  }

  @Test // MS-90
  void aHeaderOfAnotherMessageReceiverOrSenderIsRefused() {
    MessageHeader sound = bed.registration(ISHINOMAKI);
    assertRefused(
        ISHINOMAKI,
        submission(header(sound, ReplicaInquiry.TYPE_ID, sound.source(), sound.destination())),
        ErrorCode.SYM_MESSAGE_TYPE);
    assertRefused(
        ISHINOMAKI,
        submission(
            header(
                sound,
                ReplicaRegistrationRequest.TYPE_ID,
                sound.source(),
                new SystemIdentifier("K000000002"))),
        ErrorCode.SYM_DESTINATION);
    assertRefused(TSUKUBA, submission(sound), ErrorCode.SCM_FOREIGN_INSTITUTION);
  }

  private static void assertRefused(
      InstitutionCode institution, RegistrationSubmission submission, ErrorCode code) {
    assertThatThrownBy(() -> bed.registerReplicas.register(institution, submission))
        .isInstanceOfSatisfying(
            InvalidInputException.class, e -> assertThat(e.refusal().code()).isEqualTo(code));
  }

  private static RegistrationSubmission submission(MessageHeader header) {
    return new RegistrationSubmission(
        ReplicaBed.message(header),
        new RegistrationSubmission.Attachment(
            ReplicaBed.FILE, ReplicaBed.stream(Row.attachment("1", Row.head("X1", "903")))));
  }

  private static MessageHeader header(
      MessageHeader like, String type, SystemIdentifier source, SystemIdentifier destination) {
    return MessageHeader.request(like.messageId(), type, source, destination);
  }

  private static Arguments bad(String fault, Row row, ErrorCode code, @Nullable String element) {
    return arguments(fault, row, code, element);
  }

  private static Arguments file(String fault, String attachment, ErrorCode code) {
    return arguments(fault, attachment, code);
  }

  private static Row row() {
    return Row.member("to be numbered", "0");
  }

  private static String list(String inner) {
    return "<SPIRegistrationDeleteList><SegmentOfRegistrationDelete>1"
        + "</SegmentOfRegistrationDelete>"
        + inner
        + "</SPIRegistrationDeleteList>";
  }

  private static String addressee() {
    return String.valueOf(1_000 + ++count);
  }

  /** Fails as a connection does that the client has cut. */
  private static final class BrokenStream extends InputStream {
    @Override
    public int read() throws IOException {
      throw new IOException("connection reset");
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      throw new IOException("connection reset");
    }
  }
}
