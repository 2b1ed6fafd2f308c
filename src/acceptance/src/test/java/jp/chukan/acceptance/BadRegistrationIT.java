package jp.chukan.acceptance;

import static jp.chukan.acceptance.SharedInstallation.ISHINOMAKI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import jp.chukan.command.client.RefusedMessageException;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.message.ReplicaRegistrationResult;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Bad files against the running server, as a municipality's system would send them. Each holds one
 * good record and one with the defect that names the case.
 */
@DisplayName("誤った副本登録")
class BadRegistrationIT {
  private static final String MESSAGE =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <IF_DBM_20113_R01>
        <MessageHeader>
          <MSGID>%s</MSGID><MSGTypeID>IF_DBM_20113_R01</MSGTypeID><MSGMode>0</MSGMode>
          <SourceSystemID>%s</SourceSystemID><DestinationSystemID>K000000001</DestinationSystemID>
          <ReceptionNumber/><MSGResult/>
        </MessageHeader>
        <MessageBody>
          <RequestSourceUnitCode>3595115400</RequestSourceUnitCode>
          <RequestSourceUserID>tester01</RequestSourceUserID>
          <AttachedFileName>%s</AttachedFileName><AttachmentID>A1</AttachmentID>
        </MessageBody>
      </IF_DBM_20113_R01>
      """;
  private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  private static final String RECORD =
      """
      <InformationOfSPIRegistrationDelete>
        <RecordIdentificationNumber>{number}</RecordIdentificationNumber>
        <IntegratedAddressNumber>{addressee}</IntegratedAddressNumber>
        <SpecificPersonalInformationCode>TM00000000000001</SpecificPersonalInformationCode>
        <DataSetIdentificationItemCode>TK00000000000100</DataSetIdentificationItemCode>
        <DataSetRecordKey>1</DataSetRecordKey>
        <SPIMajorVersion>1</SPIMajorVersion>
        <ParentDataSetRecordKey/>
        <PublicationDate>2026-04-01</PublicationDate><PublishedEndDate/>
        <AdministrativeRegionCode/>
        <DuplicateCopyData><![CDATA[<?xml version="1.0" encoding="UTF-8"?>
      <DataSet xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><TK00000000000101 Version="1" TimeAndDateOfUpdate="2026-10-01T09:00:00+09:00">0</TK00000000000101><TK00000000000102 Version="1" TimeAndDateOfUpdate="2026-10-01T09:00:00+09:00">架空 太郎</TK00000000000102><TK00000000000103 Version="1" TimeAndDateOfUpdate="2026-10-01T09:00:00+09:00">子</TK00000000000103></DataSet>]]></DuplicateCopyData>
      </InformationOfSPIRegistrationDelete>
      """;

  @TempDir private Path folder;

  private final SharedInstallation shared = SharedInstallation.get();

  static Stream<Arguments> badRecords() {
    return Stream.of(
        bad(
            "unknown-element",
            ErrorCode.SYM_UNKNOWN_ELEMENT,
            in("<ParentDataSetRecordKey/>", "<Surprise/>")),
        bad(
            "repeated-element",
            ErrorCode.SYM_REPEATED_ELEMENT,
            in(
                "<AdministrativeRegionCode/>",
                "<AdministrativeRegionCode/><AdministrativeRegionCode/>")),
        bad("code-of-wrong-form", ErrorCode.SYM_CODE_FORM, in("TM00000000000001", "TM1")),
        bad(
            "unknown-information",
            ErrorCode.DBM_UNKNOWN_INFORMATION,
            in("TM00000000000001", "TM00000000009999")),
        bad(
            "unknown-edition",
            ErrorCode.DBM_UNKNOWN_EDITION,
            in("<SPIMajorVersion>1", "<SPIMajorVersion>77")),
        bad(
            "item-outside-layout",
            ErrorCode.DBM_ITEM_OUTSIDE_LAYOUT,
            in(
                "<TK00000000000103 Version=\"1\" TimeAndDateOfUpdate=\"2026-10-01T09:00:00+09:00\">子</TK00000000000103>",
                "<TK00000000000104 Version=\"1\" TimeAndDateOfUpdate=\"2026-10-01T09:00:00+09:00\">子</TK00000000000104>")),
        bad(
            "head-with-head",
            ErrorCode.DBM_ITEM_COMBINATION,
            in(">0</TK00000000000101>", ">1</TK00000000000101>")),
        bad(
            "value-outside-code-list",
            ErrorCode.DBM_ITEM_FORM,
            in(">0</TK00000000000101>", ">7</TK00000000000101>")),
        bad(
            "identity-confirmation-data-set",
            ErrorCode.DBM_FORBIDDEN_DATA_SET,
            in("TK00000000000100", "TK00000000000900")),
        bad(
            "shipping-data-set",
            ErrorCode.DBM_FORBIDDEN_DATA_SET,
            in("TK00000000000100", "TK00000000000910")),
        bad(
            "filled-kojin-no",
            ErrorCode.DBM_KOJIN_NO,
            in("<ParentDataSetRecordKey/>", "<KojinNo>1</KojinNo>")),
        bad(
            "individual-number-in-item",
            ErrorCode.DBM_INDIVIDUAL_NUMBER,
            in("架空 太郎", "123456789018")),
        bad(
            "individual-number-full-width",
            ErrorCode.DBM_INDIVIDUAL_NUMBER,
            in("架空 太郎", "１２３４５６７８９０１８")),
        bad(
            "period-reversed",
            ErrorCode.DBM_PERIOD,
            in("<PublishedEndDate/>", "<PublishedEndDate>2026-03-31</PublishedEndDate>")),
        bad("duplicate-record-number", ErrorCode.DBM_DUPLICATE_RECORD, in("{number}", "{good}")),
        bad("ten-megabyte-element", ErrorCode.SYM_TOO_LARGE, in("架空 太郎", "架".repeat(3_500_000))),
        bad(
            "xxe-in-copy-data",
            ErrorCode.SYM_DTD_FORBIDDEN,
            in("<DataSet ", "<!DOCTYPE d [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><DataSet ")));
  }

  @ParameterizedTest(name = "{0}") // MS-14, MS-17, MS-31, MS-51, MS-57, JN-05, JN-08
  @MethodSource("badRecords")
  void aBadRecordIsNamedAndTheOthersTakeEffect(
      String name, ErrorCode code, UnaryOperator<String> defect) throws IOException {
    String good = number();
    String bad = number();
    String defective =
        defect
            .apply(RECORD)
            .replace("{number}", bad)
            .replace("{good}", good)
            .replace("{addressee}", "900000000000002");
    ReplicaRegistrationResult result =
        register("T000104202", attachment(record(good) + defective + segment()));
    assertThat(result.body().acceptedCount()).isEqualTo(1);
    assertThat(result.body().refused())
        .singleElement()
        .satisfies(
            refused -> {
              assertThat(refused.errorCode()).isEqualTo(code.id());
              assertThat(refused.position()).isEqualTo(2);
              assertThat(refused.errorMessage()).isEqualTo(code.message());
            });
  }

  static Stream<Arguments> badFiles() {
    String laughs =
        "<!DOCTYPE l [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
            + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]>";
    return Stream.of(
        bad(
            "not-well-formed",
            ErrorCode.SYM_NOT_WELL_FORMED,
            in("</SPIRegistrationDeleteList>", "</Oops>")),
        bad("truncated", ErrorCode.SYM_NOT_WELL_FORMED, in("</SPIRegistrationDeleteList>", "")),
        bad(
            "xxe-local",
            ErrorCode.SYM_DTD_FORBIDDEN,
            in(
                "<SPIRegistrationDeleteList>",
                "<!DOCTYPE d [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><SPIRegistrationDeleteList>")),
        bad(
            "billion-laughs",
            ErrorCode.SYM_DTD_FORBIDDEN,
            in("<SPIRegistrationDeleteList>", laughs + "<SPIRegistrationDeleteList>")),
        bad(
            "declared-shift-jis",
            ErrorCode.SYM_ENCODING,
            in("encoding=\"UTF-8\"?>\n<SPI", "encoding=\"Shift_JIS\"?>\n<SPI")),
        bad("segment-missing", ErrorCode.DBM_SEGMENT, in(segment(), "")),
        bad("segment-repeated", ErrorCode.DBM_SEGMENT, in(segment(), segment() + segment())),
        bad("segment-unknown", ErrorCode.DBM_SEGMENT, in(segment(), segment().replace('1', '7'))));
  }

  @ParameterizedTest(name = "{0}") // MS-57, JN-05
  @MethodSource("badFiles")
  void aBadFileIsRefusedAsAWholeAndNothingOfItStays(
      String name, ErrorCode code, UnaryOperator<String> defect) throws IOException {
    String number = number();
    String whole = attachment(record(number) + segment());
    assertThat(defect.apply(whole)).isNotEqualTo(whole);
    assertRefused(code, () -> register("T000104202", defect.apply(whole)));
    // had anything stayed, this would be a duplicate
    assertThat(register("T000104202", whole).body().acceptedCount()).isEqualTo(1);
  }

  @Test // MS-90, JN-12
  void aMessageInAnotherInstitutionsNameIsRefused() {
    assertRefused(
        ErrorCode.SCM_FOREIGN_INSTITUTION,
        () -> register("T000108220", attachment(record(number()) + segment())));
  }

  @Test
  void anAttachmentThatTheMessageDoesNotNameIsRefused() throws IOException {
    Path message = write("m.xml", MESSAGE.formatted(number(), "T000104202", "other.xml"));
    Path attachment = write("a.xml", attachment(record(number()) + segment()));
    assertRefused(
        ErrorCode.DBM_ATTACHMENT_NAME,
        () -> shared.municipality(ISHINOMAKI).register(message, attachment));
  }

  @Test // MS-56
  void anOlderEditionDoesNotOverwriteANewerOne() throws IOException {
    String person = addressee(number());
    String record = RECORD.replace("{addressee}", person);
    String newer =
        record.replace("{number}", number()).replace("<SPIMajorVersion>1", "<SPIMajorVersion>2");
    assertThat(register("T000104202", attachment(newer + segment())).body().acceptedCount())
        .isEqualTo(1);
    ReplicaRegistrationResult older =
        register("T000104202", attachment(record.replace("{number}", number()) + segment()));
    assertThat(older.body().refused())
        .singleElement()
        .satisfies(
            refused -> assertThat(refused.errorCode()).isEqualTo(ErrorCode.DBM_STALE_EDITION.id()));
  }

  private interface Attempt {
    ReplicaRegistrationResult run() throws IOException;
  }

  private static void assertRefused(ErrorCode code, Attempt attempt) {
    assertThatThrownBy(attempt::run)
        .isInstanceOf(RefusedMessageException.class)
        .hasMessageContaining(code.id());
  }

  private ReplicaRegistrationResult register(String source, String attachment) throws IOException {
    Path message = write("m.xml", MESSAGE.formatted(number(), source, "a.xml"));
    return shared.municipality(ISHINOMAKI).register(message, write("a.xml", attachment));
  }

  private Path write(String name, String content) throws IOException {
    Charset charset =
        content.contains("Shift_JIS") ? Charset.forName("Shift_JIS") : StandardCharsets.UTF_8;
    return Files.writeString(folder.resolve(name), content, charset);
  }

  private static String attachment(String content) {
    return HEAD + "<SPIRegistrationDeleteList>" + content + "</SPIRegistrationDeleteList>";
  }

  private static String segment() {
    return "<SegmentOfRegistrationDelete>1</SegmentOfRegistrationDelete>";
  }

  private static String record(String number) {
    return RECORD.replace("{number}", number).replace("{addressee}", addressee(number));
  }

  /** A person of its own for each record, so that no case stands in another's way. */
  private static String addressee(String number) {
    return "9%014d".formatted(Math.floorMod(number.hashCode(), 1_000_000_000));
  }

  private static String number() {
    return UUID.randomUUID().toString();
  }

  private static Arguments bad(String name, ErrorCode code, UnaryOperator<String> defect) {
    return Arguments.of(name, code, defect);
  }

  private static UnaryOperator<String> in(String target, String replacement) {
    return text -> text.replace(target, replacement);
  }
}
