package jp.chukan.gateway.reconciliation;

import static jp.chukan.gateway.reconciliation.ReconciliationBed.bytes;
import static jp.chukan.gateway.reconciliation.ReconciliationBed.member;
import static jp.chukan.gateway.reconciliation.ReconciliationBed.xml;
import static jp.chukan.gateway.replica.TestReplicas.HEAD_NAME;
import static jp.chukan.gateway.replica.TestReplicas.IS_HEAD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import jp.chukan.contract.attachment.Segment;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.gateway.csv.FaultyFileException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that are not a register: each is refused with its place, and nothing of it is left. */
@DisplayName("受け付けない原本のファイル")
class RegisterFilesIT {
  private static final String HEADER =
      "IntegratedAddressNumber,DataSetRecordKey,PublicationDate,%s,%s\r\n"
          .formatted(IS_HEAD, HEAD_NAME);
  private static final String SOUND = HEADER + "900000000000001,1,2026-10-01,0,架空 一郎\r\n";

  private static ReconciliationBed bed;

  @BeforeAll
  static void open() {
    bed = new ReconciliationBed();
  }

  @AfterEach
  void nothingIsLeftBehind() {
    assertThat(bed.rows("reconciliation_staging")).isZero();
    assertThat(bed.rows("reconciliation")).isZero();
    assertThat(
            bed.rows("operation where operation_function = 'reconciliation.taken' and succeeded"))
        .isZero();
    assertThat(
            bed.rows(
                "operation where operation_function = 'reconciliation.taken' and not succeeded"))
        .isPositive();
  }

  static Stream<Arguments> csv() {
    return Stream.of(
        Arguments.of("no-row", HEADER, "SYM-0202"),
        Arguments.of("no-line-end", SOUND.strip(), "DBM-0403"),
        Arguments.of("cut-in-a-row", SOUND.substring(0, SOUND.indexOf(",0,")), "2:null:SYM-0204"),
        Arguments.of("cut-in-quotes", HEADER + "1,1,2026-10-01,0,\"架空", "2:null:SYM-0205"),
        Arguments.of("unknown-column", SOUND.replace("PublicationDate", "架空 太郎"), "1:3列目:SYM-0203"),
        Arguments.of(
            "item-of-another-layout",
            SOUND.replace(HEAD_NAME.value(), "TK00000000000231"),
            "1:5列目:SYM-0203"),
        Arguments.of(
            "column-twice", SOUND.replace("PublicationDate", "DataSetRecordKey"), "1:3列目:SYM-0203"),
        Arguments.of(
            "no-person",
            SOUND.replace("IntegratedAddressNumber", "AdministrativeRegionCode"),
            "1:団体内統合宛名番号(IntegratedAddressNumber):SYM-0203"),
        Arguments.of("empty-key", SOUND.replace("001,1,", "001,,"), "2:DataSetRecordKey:SYM-0206"),
        Arguments.of(
            "letters-as-person",
            SOUND.replace("900000000000001", "架空"),
            "2:IntegratedAddressNumber:SYM-0207"),
        Arguments.of(
            "no-such-day", SOUND.replace("2026-10-01", "2026-02-30"), "2:PublicationDate:SYM-0208"),
        Arguments.of(
            "individual-number",
            SOUND.replace("架空 一郎", "123456789018"),
            "2:" + HEAD_NAME + ":DBM-0209"),
        Arguments.of(
            "control-character",
            SOUND.replace("架空 一郎", "架空\u0007"),
            "2:%s:SYM-0207".formatted(HEAD_NAME)),
        Arguments.of(
            "record-twice",
            SOUND + "900000000000002,1,2026-10-01,0,架空\r\n900000000000001,1,2026-10-01,1,\r\n",
            "4:DataSetRecordKey:DBM-0402"));
  }

  @ParameterizedTest(name = "{0}") // MS-52, JN-05
  @MethodSource("csv")
  void aFaultyCsvIsRefusedAtItsLineAndColumn(String name, String content, String told) {
    assertThat(refusal(RegisterForm.CSV, bytes(content))).containsExactly(told);
  }

  @Test // JN-05
  @DisplayName("UTF-8でないCSVは読まない")
  void aCsvOfAnotherEncodingIsRefused() {
    assertThat(refusal(RegisterForm.CSV, SOUND.getBytes(Charset.forName("MS932"))))
        .containsExactly("SYM-0201");
  }

  @Test // JN-05
  @DisplayName("すべての誤りを行ごとに知らせる")
  void everyFaultIsTold() {
    assertThat(
            refusal(
                RegisterForm.CSV,
                bytes(HEADER + "x,1,2026-10-01,0,a\r\n2,1,2026-10-01,0,b\r\n3,1,2026-10,0,c\r\n")))
        .containsExactly("2:IntegratedAddressNumber:SYM-0207", "4:PublicationDate:SYM-0207");
  }

  static Stream<Arguments> xmlFiles() {
    String sound = new String(xml(member("900000000000001", "架空 一郎")), StandardCharsets.UTF_8);
    String record = sound.substring(sound.indexOf("<Information"), sound.indexOf("<Segment"));
    return Stream.of(
        Arguments.of("not-xml", SOUND, "SYM-0101"),
        Arguments.of(
            "doctype",
            sound.replace("<SPI", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><SPI"),
            "SYM-0102"),
        Arguments.of("cut", sound.substring(0, sound.length() / 2), "SYM-0101"),
        Arguments.of(
            "deletion",
            new String(
                xml(Segment.DELETION, member("900000000000001", "架空")), StandardCharsets.UTF_8),
            "DBM-0103"),
        Arguments.of(
            "other-root", sound.replace("SPIRegistrationDeleteList", "Register"), "SYM-0105"),
        Arguments.of(
            "other-information",
            sound.replace("TM00000000000001", "TM00000000000002"),
            "1:SpecificPersonalInformationCode:DBM-0401"),
        Arguments.of(
            "unknown-edition",
            sound.replace("<SPIMajorVersion>1", "<SPIMajorVersion>9"),
            "1:SPIMajorVersion:DBM-0203"),
        Arguments.of(
            "item-outside-layout",
            sound.replace(HEAD_NAME.value(), "TK00000000000231"),
            "1:TK00000000000231:DBM-0204"),
        Arguments.of(
            "individual-number",
            sound.replace("架空 一郎", "123456789018"),
            "1:" + HEAD_NAME + ":DBM-0209"),
        Arguments.of(
            "kojin-no",
            sound.replace("<IntegratedAddress", "<KojinNo>1</KojinNo><IntegratedAddress"),
            "1:KojinNo:DBM-0208"),
        Arguments.of(
            "no-key",
            sound.replaceAll("<DataSetRecordKey>1</DataSetRecordKey>", ""),
            "1:DataSetRecordKey:SYM-0107"),
        Arguments.of(
            "record-twice", sound.replace(record, record + record), "2:DataSetRecordKey:DBM-0402"));
  }

  @ParameterizedTest(name = "{0}") // MS-52, JN-05
  @MethodSource("xmlFiles")
  void aFaultyXmlIsRefusedAtItsRecordAndElement(String name, String content, String told) {
    assertThat(refusal(RegisterForm.XML, bytes(content))).containsExactly(told);
  }

  @Test // JN-05
  @DisplayName("知らない項目や見出しにない項目だけを比べることはできない")
  void itemsThatTheFileOrTheLayoutLacksAreRefused() {
    assertThatThrownBy(() -> bed.take(RegisterForm.CSV, bytes(SOUND), "TK00000000000231"))
        .isInstanceOfSatisfying(
            InvalidInputException.class,
            e -> assertThat(e.refusal().code()).isEqualTo(ErrorCode.DBM_ITEM_OUTSIDE_LAYOUT));
    assertThatThrownBy(() -> bed.take(RegisterForm.CSV, bytes(SOUND), "TK00000000000103"))
        .isInstanceOfSatisfying(
            InvalidInputException.class,
            e -> assertThat(e.refusal().code()).isEqualTo(ErrorCode.SYM_CSV_HEADER));
  }

  /** Place and code of every fault. */
  private static List<String> refusal(RegisterForm form, byte[] content) {
    Throwable thrown = catchThrowable(() -> bed.take(form, content));
    if (thrown instanceof FaultyFileException faulty) {
      return faulty.faults().stream()
          .map(
              fault ->
                  fault.record() == null
                      ? fault.code().id()
                      : fault.record() + ":" + fault.element() + ":" + fault.code().id())
          .toList();
    }
    assertThat(thrown).isInstanceOf(InvalidInputException.class);
    return List.of(((InvalidInputException) thrown).refusal().code().id());
  }
}
