package jp.chukan.contract.inquiryfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jp.chukan.contract.code.InformationStatus;
import jp.chukan.contract.code.InquiryStatus;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.contract.error.Refusal;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("情報照会結果ファイル")
class ResultFileTest {
  private static final ReceptionNumber RECEPTION = new ReceptionNumber("20261001ABCDEFGH");
  private static final Instant RECEIVED = Instant.parse("2026-10-01T00:30:05.456Z");
  private static final InstitutionCode ISHINOMAKI = new InstitutionCode("0220104202101700");
  private static final InstitutionCode DIGITAL_AGENCY = new InstitutionCode("1419900000002200");
  private static final int TAX_ITEMS = 235;
  private static final int ACCOUNT_ITEMS = 20;

  @ParameterizedTest
  @EnumSource(ResultEncoding.class) // MS-21 MS-24
  @DisplayName("地方税関係情報は262項目")
  void localTaxIsWrittenByteByByteAndReadBack(ResultEncoding encoding) throws IOException {
    assertGolden("local-tax", encoding, localTax());
    assertThat(columns("local-tax", encoding, 0)).hasSize(262);
    assertThat(columns("local-tax", encoding, 0).get(231 - 1)).isEqualTo("3500");
    assertThat(columns("local-tax", encoding, 0).get(255 - 1)).isEqualTo("123400");
    assertThat(columns("local-tax", encoding, 1)).hasSize(262);
  }

  @ParameterizedTest
  @EnumSource(ResultEncoding.class) // MS-21 MS-24
  @DisplayName("公金受取口座情報は47項目")
  void aPublicAccountIsWrittenByteByByteAndReadBack(ResultEncoding encoding) throws IOException {
    assertGolden("public-account", encoding, publicAccount());
    assertThat(columns("public-account", encoding, 0)).hasSize(47);
    assertThat(columns("public-account", encoding, 0).get(47 - 1)).isEqualTo("シケン　タロウ");
    assertThat(columns("public-account", encoding, 1)).hasSize(47);
  }

  @Test
  void whatTheResultRepeatsIsPaddedAndResolved() {
    ResultLine unpadded =
        result(requested(2), ISHINOMAKI, null, null, null, InquiryStatus.ACCEPTED);

    assertThat(requested(2)).contains("42", "04202");
    assertThat(unpadded.field(InquiryField.ADDRESSEE)).isEqualTo("000000000000042");
    assertThat(unpadded.field(InquiryField.USER)).isEqualTo("user-0002");
    assertThat(unpadded.field(InquiryField.PROVIDER)).isEqualTo(ISHINOMAKI.value());
    assertThat(localTax().get(4).field(InquiryField.PROVIDER)).isEmpty();
    assertThat(
            result(List.of("01", "4A"), null, null, null, null, InquiryStatus.MALFORMED).fields())
        .isEqualTo(filled(InquiryField.COUNT, Map.of(1, "01", 2, "4A")));
  }

  @Test // JN-13
  void everyItemHasItsPlaceAlsoWithoutAValue() throws IOException {
    byte[] content = written(ResultEncoding.UTF_8, publicAccount().subList(1, 2));

    assertThat(new String(content, StandardCharsets.UTF_8))
        .endsWith(",02,,02," + ",".repeat(20) + "\r\n");
    assertThat(ResultFileReader.read(content, ResultEncoding.UTF_8).get(0).values())
        .hasSize(ACCOUNT_ITEMS)
        .containsOnly("");
  }

  @ParameterizedTest
  @ValueSource(strings = {"𠮷田 試験", "試験〜架空", "¥100", "é"})
  @DisplayName("MS932にない文字")
  void aCharacterThatTheEncodingLacksIsNeverReplaced(String value) throws IOException {
    ByteArrayOutputStream target = new ByteArrayOutputStream();
    ResultFileWriter writer = new ResultFileWriter(target, ResultEncoding.MS932);
    writer.write(publicAccount().get(0));
    byte[] before = target.toByteArray();

    assertRefused(
        () -> writer.write(provided(value)), new Refusal(ErrorCode.SKI_UNMAPPABLE, "2", "30"));

    assertThat(target.toByteArray()).isEqualTo(before);
    assertThat(written(ResultEncoding.UTF_8, List.of(provided(value)))).isNotEmpty();
  }

  @Test
  void halfACharacterIsRefusedInEveryEncoding() {
    for (ResultEncoding encoding : ResultEncoding.values()) {
      assertRefused(
          () -> written(encoding, List.of(provided("\uD842"))),
          new Refusal(ErrorCode.SKI_UNMAPPABLE, "1", "30"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\r\n", "\n", "\t", "\u0000", "\u0085"}) // JN-05
  void aControlCharacterIsRefusedAndNothingOfTheLineWritten(String character) throws IOException {
    ByteArrayOutputStream target = new ByteArrayOutputStream();
    ResultFileWriter writer = new ResultFileWriter(target, ResultEncoding.UTF_8);

    assertRefused(
        () -> writer.write(provided("試験" + character + "太郎")),
        new Refusal(ErrorCode.SKI_FIELD_FORM, "1", "30"));

    assertThat(target.size()).isZero();
  }

  @Test
  void aCommaInAFieldOfTheRequestIsRefused() {
    ResultLine line = result(List.of("01", "1,2"), null, null, null, null, InquiryStatus.MALFORMED);

    assertRefused(
        () -> written(ResultEncoding.UTF_8, List.of(line)),
        new Refusal(ErrorCode.SKI_FIELD_FORM, "1", "2 宛名番号"));
  }

  @ParameterizedTest
  @CsvSource({
    "13, X, SKI_FIELD_FORM, 13 情報提供者機関コード",
    "19, '', SKI_FIELD_FORM, 19 受付番号",
    "20, 20260230093005456, SKI_FIELD_FORM, 20 受付日時",
    "23, SKI-9999, SKI_FIELD_FORM, 23 処理結果コード",
    "24, 99, SKI_FIELD_FORM, 24 照会ステータス(明細単位)",
    "26, 1, SKI_FIELD_FORM, 26 照会ステータス(特定個人情報名単位)"
  }) // JN-05
  void aFaultOfAResultIsToldWithLineAndField(
      int number, String value, ErrorCode code, String element) {
    List<String> columns = new ArrayList<>(columns("public-account", ResultEncoding.UTF_8, 1));
    columns.set(number - 1, value);
    String first = String.join(",", columns("public-account", ResultEncoding.UTF_8, 0));
    byte[] content = utf8(first + "\r\n" + String.join(",", columns) + "\r\n");

    assertRefused(
        () -> ResultFileReader.read(content, ResultEncoding.UTF_8),
        new Refusal(code, "2", element));
  }

  @Test
  void tenThousandLinesOfLocalTaxAreWrittenAndReadBack() throws IOException {
    ResultLine line = localTax().get(0);
    byte[] content =
        written(ResultEncoding.MS932, Collections.nCopies(InquiryFile.MOST_LINES, line));

    assertThat(ResultFileReader.read(content, ResultEncoding.MS932))
        .hasSize(InquiryFile.MOST_LINES)
        .allMatch(read -> read.values().size() == TAX_ITEMS);
  }

  @Test
  void whatIsNoResultIsRefused() {
    assertRefused(
        () -> ResultFileReader.read(utf8("01,1\r\n"), ResultEncoding.UTF_8),
        new Refusal(ErrorCode.SKI_FIELD_COUNT, "1", null));
    assertRefused(
        () ->
            ResultFileReader.read(
                InquiryFixtures.file("result/local-tax-ms932.DAT"), ResultEncoding.UTF_8),
        new Refusal(ErrorCode.SYM_ENCODING, "1", null));
  }

  @Test
  void anEncodingIsAskedForByName() {
    assertThat(ResultEncoding.fromWire("UTF-8")).isEqualTo(ResultEncoding.UTF_8);
    assertThat(ResultEncoding.fromWire("MS932")).isEqualTo(ResultEncoding.MS932);
    assertRefused(
        () -> ResultEncoding.fromWire("EUC-JP"), Refusal.at(ErrorCode.SYM_CODE_FORM, "encoding"));
  }

  private static List<ResultLine> localTax() {
    List<String> normal = requested(0);
    List<String> delegated = requested(3);
    return List.of(
        new ResultLine(
            normal,
            ISHINOMAKI,
            RECEPTION,
            RECEIVED,
            new ProcessingNumber("20261001TAX00001"),
            Instant.parse("2026-10-01T00:32:10.789Z"),
            null,
            InquiryStatus.COMPLETED,
            null,
            InformationStatus.NORMAL,
            ClientMessages.NORMAL_END,
            items(TAX_ITEMS, Map.of(28, "試験 太郎,架空 花子", 231, "3500", 255, "123400", 262, "1"))),
        result(
            InquiryFixtures.line(12345678).fields(),
            DIGITAL_AGENCY,
            ErrorCode.SKI_NO_LINKAGE_CODE,
            ClientMessages.noLinkageCode(new UnifiedAddresseeNumber("12345678")),
            null,
            InquiryStatus.REFUSED),
        result(
            delegated,
            DIGITAL_AGENCY,
            ErrorCode.SKI_NOT_ON_LIST,
            ClientMessages.notPermitted(new SpecificPersonalInformationCode("TM00000000000002")),
            InformationStatus.NOT_PERMITTED,
            InquiryStatus.REFUSED),
        result(
            delegated,
            DIGITAL_AGENCY,
            ErrorCode.SKI_DUPLICATE_RECORD,
            ClientMessages.DUPLICATE_RECORD,
            null,
            InquiryStatus.REFUSED),
        result(
            InquiryFixtures.line(5).fields().subList(0, 17),
            null,
            ErrorCode.SKI_FIELD_COUNT,
            new LineFault(5, null, ErrorCode.SKI_FIELD_COUNT).message(),
            null,
            InquiryStatus.MALFORMED));
  }

  private static List<ResultLine> publicAccount() {
    return List.of(
        account(
            requested(1),
            "20261001ACC00001",
            Instant.parse("2026-10-01T00:32:11Z"),
            InquiryStatus.COMPLETED,
            InformationStatus.NORMAL,
            ClientMessages.NORMAL_END,
            Map.of(35, "0001", 39, "001", 43, "1", 45, "0000001", 47, "シケン　タロウ")),
        account(
            InquiryFixtures.line(7).fields(),
            "20261001ACC00002",
            null,
            InquiryStatus.INQUIRING,
            InformationStatus.IN_PROGRESS,
            null,
            Map.of()));
  }

  private static ResultLine provided(String value) {
    return account(
        requested(1),
        "20261001ACC00001",
        RECEIVED,
        InquiryStatus.COMPLETED,
        InformationStatus.NORMAL,
        ClientMessages.NORMAL_END,
        Map.of(29, "試験", 30, value, 47, "シケン　タロウ"));
  }

  private static ResultLine account(
      List<String> fields,
      String processingNumber,
      @Nullable Instant providedAt,
      InquiryStatus status,
      InformationStatus informationStatus,
      @Nullable String informationMessage,
      Map<Integer, String> items) {
    return new ResultLine(
        fields,
        DIGITAL_AGENCY,
        RECEPTION,
        RECEIVED,
        new ProcessingNumber(processingNumber),
        providedAt,
        null,
        status,
        null,
        informationStatus,
        informationMessage,
        items(ACCOUNT_ITEMS, items));
  }

  /** A line that failed before it left. */
  private static ResultLine result(
      List<String> fields,
      @Nullable InstitutionCode provider,
      @Nullable ErrorCode code,
      @Nullable String message,
      @Nullable InformationStatus informationStatus,
      InquiryStatus status) {
    return new ResultLine(
        fields,
        provider,
        RECEPTION,
        RECEIVED,
        null,
        null,
        code,
        status,
        message,
        informationStatus,
        informationStatus == null ? null : message,
        status == InquiryStatus.MALFORMED ? List.of() : items(TAX_ITEMS, Map.of()));
  }

  /** Fields of a line of the golden request. */
  private static List<String> requested(int index) {
    return InquiryFileReader.read(InquiryFixtures.file("P640R110_20261001093000_0001.DAT"))
        .lines()
        .get(index)
        .fields();
  }

  /** Values by their place in the line, from 28. */
  private static List<String> items(int count, Map<Integer, String> values) {
    return filled(ResultField.FIRST_ITEM - 1 + count, values)
        .subList(ResultField.FIRST_ITEM - 1, ResultField.FIRST_ITEM - 1 + count);
  }

  private static List<String> filled(int count, Map<Integer, String> values) {
    List<String> all = new ArrayList<>(Collections.nCopies(count, ""));
    values.forEach((number, value) -> all.set(number - 1, value));
    return all;
  }

  private static void assertGolden(String name, ResultEncoding encoding, List<ResultLine> lines)
      throws IOException {
    byte[] golden = InquiryFixtures.file(goldenFile(name, encoding));

    byte[] written = written(encoding, lines);

    assertThat(new String(written, encoding.charset()))
        .isEqualTo(new String(golden, encoding.charset()));
    assertThat(written).isEqualTo(golden);
    assertThat(written(encoding, ResultFileReader.read(golden, encoding))).isEqualTo(golden);
    assertThat(ResultFileReader.read(golden, encoding).subList(1, lines.size()))
        .isEqualTo(lines.subList(1, lines.size()));
  }

  private static List<String> columns(String name, ResultEncoding encoding, int index) {
    String text = new String(InquiryFixtures.file(goldenFile(name, encoding)), encoding.charset());
    return Arrays.asList(text.split("\r\n", -1)[index].split(",", -1));
  }

  private static String goldenFile(String name, ResultEncoding encoding) {
    return "result/" + name + "-" + encoding.wireValue().toLowerCase(Locale.ROOT) + ".DAT";
  }

  private static byte[] written(ResultEncoding encoding, List<ResultLine> lines)
      throws IOException {
    ByteArrayOutputStream target = new ByteArrayOutputStream();
    ResultFileWriter writer = new ResultFileWriter(target, encoding);
    for (ResultLine line : lines) {
      writer.write(line);
    }
    return target.toByteArray();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void assertRefused(ThrowingCallable attempt, Refusal refusal) {
    assertThatThrownBy(attempt)
        .isInstanceOfSatisfying(
            InvalidInputException.class, e -> assertThat(e.refusal()).isEqualTo(refusal));
  }
}
