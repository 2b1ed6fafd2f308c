package jp.chukan.contract.inquiryfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import jp.chukan.contract.code.AddresseeNumber;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.NonDisclosureCode;
import jp.chukan.contract.code.ProviderDesignation;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import jp.chukan.contract.code.UserId;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.contract.error.Refusal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("情報照会ファイル")
class InquiryFileReaderTest {
  private static final String GOLDEN = "P640R110_20261001093000_0001.DAT";

  @Test // MS-24
  void aFileOfTheFieldIsReadWithAndWithoutPadding() {
    InquiryFile file = InquiryFileReader.read(InquiryFixtures.file(GOLDEN));

    assertThat(file.institution()).isEqualTo(InquiryFixtures.SETAGAYA);
    assertThat(file.lines()).extracting(InquiryFileLine::number).containsExactly(1, 2, 3, 4);
    InquiryLine tax = readable(file, 1);
    assertThat(tax.addressee()).isEqualTo(new AddresseeNumber("12345678"));
    assertThat(tax.person()).isEqualTo(new UnifiedAddresseeNumber("87654321"));
    assertThat(tax.requestedAt()).isEqualTo(Instant.parse("2026-10-01T00:30:00.123Z"));
    assertThat(tax.provider()).isEqualTo(new ProviderDesignation("04202"));
    assertThat(tax.information())
        .isEqualTo(new SpecificPersonalInformationCode("TM00000000000002"));
    assertThat(tax.delegatingInquirer()).isNull();
    assertThat(tax.delegatingProvider()).isNull();
    assertThat(tax.periodFrom()).isEqualTo(LocalDate.parse("2025-04-01"));
    assertThat(tax.periodTo()).isEqualTo(LocalDate.parse("2026-03-31"));
    assertThat(readable(file, 2)).isEqualTo(InquiryFixtures.line(23456789));
    InquiryLine unpadded = readable(file, 3);
    assertThat(unpadded.addressee()).isEqualTo(new AddresseeNumber("42"));
    assertThat(unpadded.unifiedAddressee()).isNull();
    assertThat(unpadded.person()).isEqualTo(new UnifiedAddresseeNumber("42"));
    assertThat(unpadded.user()).isEqualTo(new UserId("user-0002"));
    assertThat(unpadded.nonDisclosure()).isEqualTo(new NonDisclosureCode("1"));
    assertThat(unpadded.provider()).isEqualTo(new ProviderDesignation("04202"));
    InquiryLine delegated = readable(file, 4);
    assertThat(delegated.delegatingInquirer()).isEqualTo(new InstitutionCode("0620813112101700"));
    assertThat(delegated.delegatingProvider()).isEqualTo(new InstitutionCode("0730302000001700"));
    assertThat(delegated.periodFrom()).isEqualTo(LocalDate.parse("2026-01-01"));
    assertThat(delegated.periodTo()).isNull();
  }

  @Test
  void theFieldsAreKeptAsTheyCame() {
    InquiryFile file = InquiryFileReader.read(InquiryFixtures.file(GOLDEN));

    String again =
        file.lines().stream()
            .map(line -> String.join(",", line.fields()) + "\r\n")
            .collect(Collectors.joining());

    assertThat(again.getBytes(StandardCharsets.US_ASCII)).isEqualTo(InquiryFixtures.file(GOLDEN));
  }

  @ParameterizedTest
  @CsvSource({
    "line-with-17-fields, SKI_FIELD_COUNT,",
    "line-with-19-fields, SKI_FIELD_COUNT,",
    "numbering-system-02, SKI_FIELD_FORM, NUMBERING_SYSTEM",
    "numbering-system-too-wide, SKI_FIELD_WIDTH, NUMBERING_SYSTEM",
    "addressee-missing, SKI_FIELD_MISSING, ADDRESSEE",
    "addressee-only-spaces, SKI_FIELD_MISSING, ADDRESSEE",
    "addressee-16-digits, SKI_FIELD_WIDTH, ADDRESSEE",
    "addressee-with-letter, SKI_FIELD_FORM, ADDRESSEE",
    "unified-addressee-with-letter, SKI_FIELD_FORM, UNIFIED_ADDRESSEE",
    "unified-addressee-16-digits, SKI_FIELD_WIDTH, UNIFIED_ADDRESSEE",
    "requested-at-without-milliseconds, SKI_FIELD_WIDTH, REQUESTED_AT",
    "requested-at-with-separator, SKI_FIELD_FORM, REQUESTED_AT",
    "requested-at-february-30, SKI_DATE, REQUESTED_AT",
    "requested-at-hour-24, SKI_DATE, REQUESTED_AT",
    "department-missing, SKI_FIELD_MISSING, DEPARTMENT",
    "department-21-characters, SKI_FIELD_WIDTH, DEPARTMENT",
    "department-with-space-inside, SKI_FIELD_FORM, DEPARTMENT",
    "department-in-utf-8, SKI_NOT_ASCII, DEPARTMENT",
    "user-missing, SKI_FIELD_MISSING, USER",
    "user-with-tab, SKI_NOT_ASCII, USER",
    "user-in-ms932, SKI_NOT_ASCII, USER",
    "inquirer-missing, SKI_FIELD_MISSING, INQUIRER",
    "inquirer-15-digits, SKI_FIELD_WIDTH, INQUIRER",
    "inquirer-padded, SKI_FIELD_FORM, INQUIRER",
    "non-disclosure-missing, SKI_FIELD_MISSING, NON_DISCLOSURE",
    "non-disclosure-with-letter, SKI_FIELD_FORM, NON_DISCLOSURE",
    "affair-of-procedure-form, SKI_FIELD_FORM, AFFAIR",
    "procedure-missing, SKI_FIELD_MISSING, PROCEDURE",
    "delegating-inquirer-5-digits, SKI_FIELD_WIDTH, DELEGATING_INQUIRER",
    "delegating-provider-with-letter, SKI_FIELD_FORM, DELEGATING_PROVIDER",
    "provider-missing, SKI_FIELD_MISSING, PROVIDER",
    "provider-6-digits, SKI_FIELD_FORM, PROVIDER",
    "information-in-lower-case, SKI_FIELD_FORM, INFORMATION",
    "condition-1, SKI_FIELD_FORM, CONDITION",
    "condition-missing, SKI_FIELD_MISSING, CONDITION",
    "fiscal-year-1, SKI_FIELD_FORM, FISCAL_YEAR",
    "period-from-7-digits, SKI_FIELD_WIDTH, PERIOD_FROM",
    "period-from-february-29, SKI_DATE, PERIOD_FROM",
    "period-to-month-13, SKI_DATE, PERIOD_TO",
    "period-to-with-slash, SKI_FIELD_FORM, PERIOD_TO",
    "period-ends-before-it-starts, SKI_PERIOD, PERIOD_TO",
    "repeats-the-first-line, SKI_DUPLICATE_RECORD,",
    "repeats-the-first-line-with-other-padding, SKI_DUPLICATE_RECORD,"
  }) // JN-05
  void aFaultInALineLeavesTheOthersUnharmed(
      String fixture, ErrorCode code, @Nullable InquiryField field) {
    InquiryFile file = InquiryFileReader.read(InquiryFixtures.file("bad/" + fixture + ".DAT"));

    assertThat(file.lines()).extracting(InquiryFileLine::number).containsExactly(1, 2, 3);
    assertThat(file.institution()).isEqualTo(InquiryFixtures.SETAGAYA);
    assertThat(readable(file, 1)).isEqualTo(InquiryFixtures.line(1));
    assertThat(readable(file, 3)).isEqualTo(InquiryFixtures.line(3));
    InquiryFileLine.Unreadable second = (InquiryFileLine.Unreadable) file.lines().get(1);
    assertThat(second.fault()).isEqualTo(new LineFault(2, field, code));
    assertThat(second.fields()).hasSize(InquiryField.COUNT);
  }

  @ParameterizedTest
  @CsvSource({
    "file-with-utf-8-mark, SKI_BYTE_ORDER_MARK, 1,",
    "file-in-utf-16-big-endian, SKI_BYTE_ORDER_MARK, 1,",
    "file-in-utf-16-little-endian, SKI_BYTE_ORDER_MARK, 1,",
    "file-in-utf-16-without-mark, SKI_LINE_END, 1,",
    "file-with-lf-alone, SKI_LINE_END, 1,",
    "file-with-cr-alone, SKI_LINE_END, 1,",
    "file-with-lf-alone-in-second-line, SKI_LINE_END, 2,",
    "file-without-last-line-end, SKI_LINE_END, 2,",
    "file-cut-between-cr-and-lf, SKI_LINE_END, 2,",
    "file-empty, SKI_EMPTY_FILE,,",
    "file-with-empty-line, SKI_EMPTY_LINE, 2,",
    "file-with-empty-last-line, SKI_EMPTY_LINE, 3,",
    "file-with-line-end-only, SKI_EMPTY_LINE, 1,",
    "file-of-several-institutions, SKI_SEVERAL_INSTITUTIONS, 2, 7 情報照会者機関コード"
  }) // JN-05
  void aFileThatCannotBeToldApartIsRefusedWhole(
      String fixture, ErrorCode code, @Nullable String line, @Nullable String element) {
    assertThat(refusalOf(InquiryFixtures.file("bad/" + fixture + ".DAT")))
        .isEqualTo(new Refusal(code, line, element));
  }

  @Test
  @DisplayName("10,000行まで")
  void tenThousandLinesAreReadAndNotOneMore() {
    byte[] most = content(InquiryFixtures.lines(InquiryFile.MOST_LINES));
    byte[] oneMore = content(InquiryFixtures.lines(InquiryFile.MOST_LINES + 1));

    assertThat(InquiryFileReader.read(most).lines())
        .hasSize(10_000)
        .allMatch(InquiryFileLine.Readable.class::isInstance);
    assertThat(refusalOf(oneMore))
        .isEqualTo(new Refusal(ErrorCode.SKI_TOO_MANY_LINES, "10001", null));
  }

  @Test
  void aFileOfFourMebibytesIsReadAndNotOneByteMore() {
    String line = "0".repeat(InquiryFile.LARGEST - 2) + "\r\n";

    assertThat(InquiryFileReader.read(ascii(line)).lines()).hasSize(1);
    assertThat(refusalOf(ascii("0" + line))).isEqualTo(Refusal.of(ErrorCode.SYM_TOO_LARGE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"line-with-17-fields", "line-with-19-fields", "department-in-utf-8"})
  void anUnreadableLineRepeatsWhatIsAscii(String fixture) {
    InquiryFile file = InquiryFileReader.read(InquiryFixtures.file("bad/" + fixture + ".DAT"));

    List<String> whole = InquiryFixtures.line(2).fields();
    List<String> repeated = file.lines().get(1).fields();
    assertThat(repeated.subList(0, 4)).isEqualTo(whole.subList(0, 4));
    assertThat(repeated.get(4)).isEqualTo(fixture.contains("utf-8") ? "" : whole.get(4));
    assertThat(repeated.subList(5, 17)).isEqualTo(whole.subList(5, 17));
    assertThat(repeated.get(17)).isEqualTo(fixture.contains("17") ? "" : whole.get(17));
  }

  @Test
  void aFileWithoutAReadableLineHasNoInstitution() {
    InquiryFile file = InquiryFileReader.read(ascii("01,2\r\n"));

    assertThat(file.institution()).isNull();
    assertThat(file.lines()).hasSize(1);
  }

  @Test
  void aFaultTellsLineAndFieldAndNeverTheValue() {
    LineFault delegate =
        new LineFault(3, InquiryField.DELEGATING_PROVIDER, ErrorCode.SKI_FIELD_FORM);
    LineFault count = new LineFault(3, null, ErrorCode.SKI_FIELD_COUNT);
    LineFault again = new LineFault(3, null, ErrorCode.SKI_DUPLICATE_RECORD);

    assertThat(delegate.message()).isEqualTo("3行目の項目12(情報提供者機関コード(委任元)): 項目の形式または値が正しくありません。");
    assertThat(delegate.refusal())
        .isEqualTo(new Refusal(ErrorCode.SKI_FIELD_FORM, "3", "12 情報提供者機関コード(委任元)"));
    assertThat(count.message()).isEqualTo("3行目: 項目の数が18ではありません。");
    assertThat(again.message()).isEqualTo("「レコード識別番号」が既に存在しています。");
  }

  @Test
  void whatWasReadIsNotPrinted() {
    InquiryFile file =
        InquiryFileReader.read(InquiryFixtures.file("bad/addressee-with-letter.DAT"));

    assertThat(file.toString()).doesNotContain("00000000000000", "user-0001", "3595115400");
  }

  private static Refusal refusalOf(byte[] content) {
    return Objects.requireNonNull(
            catchThrowableOfType(
                InvalidInputException.class, () -> InquiryFileReader.read(content)))
        .refusal();
  }

  private static InquiryLine readable(InquiryFile file, int number) {
    return ((InquiryFileLine.Readable) file.lines().get(number - 1)).line();
  }

  private static byte[] content(List<InquiryLine> lines) {
    return ascii(
        lines.stream()
            .map(line -> String.join(",", line.fields()) + "\r\n")
            .collect(Collectors.joining()));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
