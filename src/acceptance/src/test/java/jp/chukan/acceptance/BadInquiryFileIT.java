package jp.chukan.acceptance;

import static jp.chukan.acceptance.SharedInstallation.ISHINOMAKI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import jp.chukan.command.client.InquiryClient;
import jp.chukan.command.client.RefusedMessageException;
import jp.chukan.contract.code.InquiryStatus;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.inquiryfile.InquiryField;
import jp.chukan.contract.inquiryfile.InquiryFile;
import jp.chukan.contract.inquiryfile.InquiryFileName;
import jp.chukan.contract.inquiryfile.ResultEncoding;
import jp.chukan.contract.inquiryfile.ResultFileReader;
import jp.chukan.contract.inquiryfile.ResultLine;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Bad files of 「情報照会」 against the running server, as a municipality's system would hand them in.
 * What makes lines untellable refuses the file; what is wrong inside a line is told in its result.
 */
@DisplayName("誤った情報照会ファイル")
class BadInquiryFileIT {
  private static final AtomicInteger PERSONS = new AtomicInteger();

  @TempDir private Path folder;

  private InquiryClient client;

  @BeforeEach
  void connect() throws IOException {
    client = SharedInstallation.get().municipality(ISHINOMAKI).inquiries();
  }

  static Stream<Arguments> badLines() {
    return Stream.of(
        badLine("wrong-width", ErrorCode.SKI_FIELD_WIDTH, InquiryField.ADDRESSEE, "0".repeat(16)),
        badLine("too-narrow", ErrorCode.SKI_FIELD_WIDTH, InquiryField.INQUIRER, "022010420210170"),
        badLine("missing-field", ErrorCode.SKI_FIELD_MISSING, InquiryField.USER, " ".repeat(20)),
        badLine("not-ascii", ErrorCode.SKI_NOT_ASCII, InquiryField.DEPARTMENT, "福祉課"),
        badLine("unknown-code", ErrorCode.SKI_FIELD_FORM, InquiryField.AFFAIR, "JT01000000027000"),
        badLine("unknown-constant", ErrorCode.SKI_FIELD_FORM, InquiryField.CONDITION, "7"),
        badLine(
            "provider-of-six-digits", ErrorCode.SKI_FIELD_FORM, InquiryField.PROVIDER, "141003"),
        badLine(
            "date-that-does-not-exist", ErrorCode.SKI_DATE, InquiryField.PERIOD_FROM, "20260229"),
        badLine("end-before-start", ErrorCode.SKI_PERIOD, InquiryField.PERIOD_TO, "20260331"),
        Arguments.of(
            "seventeen-fields",
            ErrorCode.SKI_FIELD_COUNT,
            null,
            (UnaryOperator<List<String>>) fields -> fields.subList(0, 17)));
  }

  @ParameterizedTest(name = "{0}") // MS-24, MS-78, JN-05
  @MethodSource("badLines")
  void aBadLineIsToldWithItsNumberAndFieldAndTheOthersGoOn(
      String name, ErrorCode code, @Nullable InquiryField field, UnaryOperator<List<String>> defect)
      throws IOException {
    List<ResultLine> results =
        results(submit(file(line(), line(defect), line()).getBytes(StandardCharsets.UTF_8)));
    assertThat(results).hasSize(3);
    ResultLine bad = results.get(1);
    assertThat(bad.status()).isEqualTo(InquiryStatus.MALFORMED);
    assertThat(bad.errorCode()).isEqualTo(code);
    assertThat(bad.message()).contains("2行目").contains(code.message());
    if (field != null) {
      assertThat(bad.message()).contains("項目" + field.number() + "(" + field.japaneseName() + ")");
    }
    assertThat(bad.processingNumber()).isNull();
    assertThat(List.of(results.getFirst(), results.getLast()))
        .allSatisfy(good -> assertThat(good.status()).isNotEqualTo(InquiryStatus.MALFORMED));
  }

  @Test // MS-24
  void theSameRecordTwiceInOneFileStandsOnce() throws IOException {
    String twice = line();
    List<ResultLine> results = results(submit(ascii(file(twice, line(), twice))));
    assertThat(results).hasSize(3);
    assertThat(results.get(0).errorCode()).isNotEqualTo(ErrorCode.SKI_DUPLICATE_RECORD);
    assertThat(results.get(2).errorCode()).isEqualTo(ErrorCode.SKI_DUPLICATE_RECORD);
    // clients compare it to the letter
    assertThat(results.get(2).message()).isEqualTo("「レコード識別番号」が既に存在しています。");
  }

  static Stream<Arguments> badFiles() {
    return Stream.of(
        badFile("byte-order-mark", ErrorCode.SKI_BYTE_ORDER_MARK, 1, text -> "\uFEFF" + text),
        badFile(
            "lf-instead-of-crlf", ErrorCode.SKI_LINE_END, 1, text -> text.replace("\r\n", "\n")),
        badFile(
            "no-crlf-at-the-end",
            ErrorCode.SKI_LINE_END,
            2,
            text -> text.substring(0, text.length() - 2)),
        badFile("empty-last-line", ErrorCode.SKI_EMPTY_LINE, 3, text -> text + "\r\n"),
        badFile("empty-file", ErrorCode.SKI_EMPTY_FILE, null, text -> ""),
        badFile(
            "ten-thousand-and-one-lines",
            ErrorCode.SKI_TOO_MANY_LINES,
            InquiryFile.MOST_LINES + 1,
            text ->
                String.join(
                    "",
                    Collections.nCopies(
                        InquiryFile.MOST_LINES + 1, text.substring(0, text.length() / 2)))));
  }

  @ParameterizedTest(name = "{0}") // MS-24, JN-05
  @MethodSource("badFiles")
  void aFileWhoseLinesCannotBeToldApartIsRefusedAsAWhole(
      String name, ErrorCode code, @Nullable Integer lineNumber, UnaryOperator<String> defect)
      throws IOException {
    String good = file(line(), line());
    assertRefused(code, lineNumber, null, defect.apply(good).getBytes(StandardCharsets.UTF_8));
    // had anything stayed, these lines would be known already
    assertThat(results(submit(ascii(good))))
        .hasSize(2)
        .noneSatisfy(
            line -> assertThat(line.errorCode()).isEqualTo(ErrorCode.SKI_DUPLICATE_RECORD));
  }

  @Test // MS-24, MS-90
  void linesOfTwoInstitutionsInOneFileAreRefused() throws IOException {
    String foreign = line(with(InquiryField.INQUIRER, "0220108220101700"));
    assertRefused(
        ErrorCode.SKI_SEVERAL_INSTITUTIONS, 2, InquiryField.INQUIRER, ascii(file(line(), foreign)));
  }

  @Test // MS-90, JN-12
  void linesOfAnotherInstitutionThanTheSendersAreRefused() throws IOException {
    String foreign = line(with(InquiryField.INQUIRER, "0220108220101700"));
    assertRefused(
        ErrorCode.SKI_SEVERAL_INSTITUTIONS, 1, InquiryField.INQUIRER, ascii(file(foreign)));
  }

  @Test // MS-24
  void aFileOfTheSameNameIsTakenOnceAndRefusedWithOtherContent() throws IOException {
    InquiryFileName name = SharedInquiries.name();
    byte[] content = ascii(file(line()));
    ReceptionNumber number = submit(name.value(), content);
    assertThat(submit(name.value(), content)).isEqualTo(number);
    assertRefused(
        ErrorCode.SKI_FILE_CONFLICT, null, name.value(), name.value(), ascii(file(line(), line())));
  }

  @Test // MS-24
  void aFileOfAnotherNameIsRefused() throws IOException {
    assertRefused(ErrorCode.SKI_FILE_NAME, null, null, "P640R111.DAT", ascii(file(line())));
  }

  private void assertRefused(
      ErrorCode code, @Nullable Integer lineNumber, @Nullable InquiryField field, byte[] content) {
    assertRefused(
        code,
        lineNumber,
        field == null ? null : field.label(),
        SharedInquiries.name().value(),
        content);
  }

  private void assertRefused(
      ErrorCode code,
      @Nullable Integer lineNumber,
      @Nullable String element,
      String name,
      byte[] content) {
    assertThatThrownBy(() -> submit(name, content))
        .isInstanceOfSatisfying(
            RefusedMessageException.class,
            refusal -> {
              assertThat(refusal.reason().errorCode()).isEqualTo(code.id());
              assertThat(refusal.reason().errorMessage()).isEqualTo(code.message());
              assertThat(refusal.reason().record())
                  .isEqualTo(lineNumber == null ? null : lineNumber.toString());
              assertThat(refusal.reason().element()).isEqualTo(element);
            });
  }

  private ReceptionNumber submit(byte[] content) throws IOException {
    return submit(SharedInquiries.name().value(), content);
  }

  private ReceptionNumber submit(String name, byte[] content) throws IOException {
    return client.submit(Files.write(folder.resolve(name), content));
  }

  private List<ResultLine> results(ReceptionNumber number) throws IOException {
    Path result = folder.resolve(number.value());
    client.result(number, ResultEncoding.UTF_8, result);
    return ResultFileReader.read(Files.readAllBytes(result), ResultEncoding.UTF_8);
  }

  private static String file(String... lines) {
    return String.join("", lines);
  }

  private static String line() {
    return line(UnaryOperator.identity());
  }

  /** A line in order, about a person of its own, then the defect. */
  private static String line(UnaryOperator<List<String>> defect) {
    List<String> fields =
        List.of(
            "01",
            "9%014d".formatted(PERSONS.incrementAndGet()),
            " ".repeat(15),
            "20261001090000123",
            "3595115400" + " ".repeat(10),
            "tester01" + " ".repeat(12),
            ISHINOMAKI.value(),
            "0",
            "JM01000000027000",
            "JT01010000027001",
            " ".repeat(16),
            " ".repeat(16),
            "14100" + " ".repeat(11),
            "TM00000000000001",
            "0",
            "0",
            "20260401",
            "20261001");
    return String.join(",", defect.apply(fields)) + "\r\n";
  }

  private static UnaryOperator<List<String>> with(InquiryField field, String value) {
    return fields -> {
      List<String> changed = new ArrayList<>(fields);
      changed.set(field.ordinal(), value);
      return changed;
    };
  }

  private static Arguments badLine(String name, ErrorCode code, InquiryField field, String value) {
    return Arguments.of(name, code, field, with(field, value));
  }

  private static Arguments badFile(
      String name, ErrorCode code, @Nullable Integer lineNumber, UnaryOperator<String> defect) {
    return Arguments.of(name, code, lineNumber, defect);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
