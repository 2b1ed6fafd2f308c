package jp.chukan.gateway.inquiry;

import static jp.chukan.gateway.inquiry.IntakeBed.file;
import static jp.chukan.gateway.inquiry.IntakeBed.line;
import static jp.chukan.gateway.inquiry.IntakeBed.text;
import static jp.chukan.gateway.testing.TestKeys.ISHINOMAKI;
import static jp.chukan.gateway.testing.TestKeys.TSUKUBA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.chukan.contract.code.AcquisitionPurpose;
import jp.chukan.contract.code.InquiryStatus;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.contract.error.Refusal;
import jp.chukan.contract.inquiryfile.InquiryField;
import jp.chukan.contract.inquiryfile.InquiryLine;
import jp.chukan.contract.inquiryfile.ResultEncoding;
import jp.chukan.contract.inquiryfile.ResultFileReader;
import jp.chukan.contract.inquiryfile.ResultLine;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("情報照会ファイルの受付")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AcceptInquiryFileIT {
  private static final String NAME = "P640R110_20261102100000_0001.DAT";
  private static final String OTHER_NAME = "P640R110_20261102100000_0002.DAT";
  private static final String CRLF = "\r\n";

  private final IntakeBed bed = new IntakeBed();

  @BeforeEach
  void start() {
    bed.empty();
    bed.permit();
    bed.bind("101", "102", "103");
  }

  @AfterAll
  void end() {
    bed.close();
  }

  @Test // MS-20, MS-24, MS-80
  @DisplayName("ファイルの全行を一度に受け付ける")
  void everyLineIsTakenUnderOneNumber() {
    ReceptionNumber number = bed.accept(NAME, file(line("101"), line("102"), line("999")));
    assertThat(bed.row("inquiry_request"))
        .containsEntry("reception_number", number.value())
        .containsEntry("kind", "FILE")
        .containsEntry("name", NAME)
        .containsEntry("line_count", 3);
    assertThat(states()).containsExactly("ACCEPTED", "ACCEPTED", "REFUSED SKI-0208");
    assertThat(bed.rows("outbox")).isEqualTo(2);
    assertThat(bed.records()).hasSize(1);
    // MS-75: the file and each line of it
    assertThat(bed.rows("communication")).isEqualTo(4);
  }

  @Test // JN-02
  void theLineRestsEncrypted() {
    bed.accept(NAME, file(line("101")));
    byte[] line = (byte[]) bed.row("inquiry").get("line");
    assertThat(new String(line, StandardCharsets.ISO_8859_1)).doesNotContain("101,");
  }

  @Test // MS-80
  @DisplayName("同じファイルの再送には同じ受付番号")
  void theSameFileAgainGetsTheSameNumberAndHasNoSecondEffect() {
    byte[] content = file(line("101"), line("999"));
    ReceptionNumber number = bed.accept(NAME, content);
    assertThat(bed.accept(NAME, content)).isEqualTo(number);
    assertThat(bed.rows("inquiry")).isEqualTo(2);
    assertThat(bed.rows("outbox")).isEqualTo(1);
    assertThat(bed.records()).hasSize(1);
  }

  @Test // MS-80
  void theSameNameWithOtherContentIsAConflict() {
    bed.accept(NAME, file(line("101")));
    assertRefused(NAME, file(line("102")), ErrorCode.SKI_FILE_CONFLICT, null, NAME);
    assertThat(bed.rows("inquiry")).isEqualTo(1);
  }

  @Test // MS-80
  void theSameFileTwiceAtOnceIsTakenOnce() throws InterruptedException, ExecutionException {
    byte[] content = file(line("101"), line("102"), line("103"));
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<ReceptionNumber>> receptions =
          threads.invokeAll(Collections.nCopies(4, () -> bed.accept(NAME, content)));
      Set<ReceptionNumber> numbers = new HashSet<>();
      for (Future<ReceptionNumber> reception : receptions) {
        numbers.add(reception.get());
      }
      assertThat(numbers).hasSize(1);
    }
    assertThat(bed.rows("inquiry")).isEqualTo(3);
    assertThat(bed.rows("outbox")).isEqualTo(3);
  }

  @Test // MS-80
  @DisplayName("どの段階で落ちても、再送で一度だけ受け付ける")
  void aProcessThatDiesAtAnyStepTakesTheFileOnceWhenItComesAgain() {
    byte[] content = file(line("101"), line("999"));
    bed.dataSource.work();
    bed.accept(NAME, content);
    int steps = bed.dataSource.steps();
    assertThat(steps).isGreaterThan(5);
    for (int step = 1; step <= steps; step++) {
      bed.empty();
      bed.bind("101");
      bed.dataSource.failAfter(step);
      assertThatThrownBy(() -> bed.accept(NAME, content)).isInstanceOf(RuntimeException.class);
      bed.dataSource.work();
      assertThat(bed.rows("inquiry")).as("after step " + step).isZero();
      bed.accept(NAME, content);
      assertThat(states()).containsExactly("ACCEPTED", "REFUSED SKI-0208");
      assertThat(bed.rows("outbox")).isEqualTo(1);
      assertThat(bed.rows("provision_record")).isEqualTo(1);
    }
  }

  @Test
  @DisplayName("別のファイルで受付済みの明細は拒否する")
  void aLineThatWasTakenInAnotherFileIsRefused() throws IOException {
    bed.accept(NAME, file(line("101")));
    ReceptionNumber number = bed.accept(OTHER_NAME, file(line("101"), line("102")));
    List<ResultLine> result = result(number);
    assertThat(result.getFirst().status()).isEqualTo(InquiryStatus.REFUSED);
    assertThat(result.getFirst().message()).isEqualTo("「レコード識別番号」が既に存在しています。");
    assertThat(result.get(1).status()).isEqualTo(InquiryStatus.ACCEPTED);
    assertThat(bed.rows("outbox")).isEqualTo(2);
  }

  @Test // MS-80
  void theSameLinesInTwoFilesAtOnceAreTakenOnce() throws Exception {
    List<String> persons = IntStream.range(3_000, 3_300).mapToObj(Integer::toString).toList();
    bed.bind(ISHINOMAKI, AcquisitionPurpose.INFORMATION_LINKAGE, persons);
    byte[] forwards = file(lines(persons));
    byte[] backwards = file(lines(persons.reversed()));
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<ReceptionNumber> one = threads.submit(() -> bed.accept(NAME, forwards));
      Future<ReceptionNumber> other = threads.submit(() -> bed.accept(OTHER_NAME, backwards));
      assertThat(one.get()).isNotEqualTo(other.get());
    }
    assertThat(bed.rows("outbox")).isEqualTo(300);
    assertThat(bed.rows("inquiry")).isEqualTo(600);
    assertThat(bed.records()).hasSize(300);
  }

  static Stream<Arguments> linesThatCannotBeRead() {
    return Stream.of(
        unreadable("too-wide", InquiryField.DEPARTMENT, " ".repeat(21), ErrorCode.SKI_FIELD_WIDTH),
        unreadable("too-narrow", InquiryField.AFFAIR, "JM0100", ErrorCode.SKI_FIELD_WIDTH),
        unreadable("missing-value", InquiryField.USER, "", ErrorCode.SKI_FIELD_MISSING),
        unreadable("not-ascii", InquiryField.USER, "職員", ErrorCode.SKI_NOT_ASCII),
        unreadable(
            "unknown-code", InquiryField.AFFAIR, "XX01000000001000", ErrorCode.SKI_FIELD_FORM),
        unreadable(
            "unknown-numbering", InquiryField.NUMBERING_SYSTEM, "02", ErrorCode.SKI_FIELD_FORM),
        unreadable("no-such-day", InquiryField.PERIOD_FROM, "20260230", ErrorCode.SKI_DATE),
        Arguments.of(
            "end-before-start",
            (UnaryOperator<String>)
                text ->
                    with(
                        with(text, InquiryField.PERIOD_FROM, "20261002"),
                        InquiryField.PERIOD_TO,
                        "20261001"),
            ErrorCode.SKI_PERIOD,
            "2行目の項目18(照会終了日付): " + ErrorCode.SKI_PERIOD.message()),
        Arguments.of(
            "missing-field",
            (UnaryOperator<String>) text -> text.substring(0, text.lastIndexOf(',')),
            ErrorCode.SKI_FIELD_COUNT,
            "2行目: " + ErrorCode.SKI_FIELD_COUNT.message()),
        Arguments.of(
            "one-field-more",
            (UnaryOperator<String>) text -> text + ",",
            ErrorCode.SKI_FIELD_COUNT,
            "2行目: " + ErrorCode.SKI_FIELD_COUNT.message()),
        Arguments.of(
            "the-same-record-twice",
            (UnaryOperator<String>) text -> text(line("101")),
            ErrorCode.SKI_DUPLICATE_RECORD,
            "「レコード識別番号」が既に存在しています。"));
  }

  @ParameterizedTest(name = "{0}") // MS-24, JN-05
  @MethodSource("linesThatCannotBeRead")
  @DisplayName("読めない明細は理由を返し、他は進む")
  void aLineThatCannotBeReadSaysWhereAndTheOthersGoOn(
      String defect, UnaryOperator<String> spoil, ErrorCode code, String message)
      throws IOException {
    ReceptionNumber number =
        bed.accept(
            NAME,
            file(
                Stream.of(text(line("101")), spoil.apply(text(line("102"))), text(line("103")))
                    .collect(Collectors.joining(CRLF, "", CRLF))));
    assertThat(states()).containsExactly("ACCEPTED", "MALFORMED " + code.id(), "ACCEPTED");
    ResultLine line = result(number).get(1);
    assertThat(line.status()).isEqualTo(InquiryStatus.MALFORMED);
    assertThat(line.errorCode()).isEqualTo(code);
    assertThat(line.message()).isEqualTo(message);
    assertThat(line.processingNumber()).isNull();
    assertThat(bed.rows("outbox")).isEqualTo(2);
    assertThat(bed.communications(null))
        .extracting(communication -> communication.error())
        .containsOnlyOnce(code);
  }

  static Stream<Arguments> filesThatAreRefusedWhole() {
    String sound = text(line("101"));
    String foreign = text(line(TSUKUBA, "102", Instant.parse("2026-11-02T01:00:00Z")));
    String tooMany =
        IntStream.rangeClosed(1, 10_001)
            .mapToObj(i -> text(line(Integer.toString(i))))
            .collect(Collectors.joining(CRLF, "", CRLF));
    return Stream.of(
        Arguments.of(NAME, "", ErrorCode.SKI_EMPTY_FILE, null, null),
        Arguments.of(NAME, "\uFEFF" + sound + CRLF, ErrorCode.SKI_BYTE_ORDER_MARK, "1", null),
        Arguments.of(NAME, sound + "\n", ErrorCode.SKI_LINE_END, "1", null),
        Arguments.of(NAME, sound + CRLF + sound, ErrorCode.SKI_LINE_END, "2", null),
        Arguments.of(NAME, sound + CRLF + CRLF, ErrorCode.SKI_EMPTY_LINE, "2", null),
        Arguments.of(NAME, tooMany, ErrorCode.SKI_TOO_MANY_LINES, "10001", null),
        Arguments.of(
            NAME,
            sound + CRLF + foreign + CRLF,
            ErrorCode.SKI_SEVERAL_INSTITUTIONS,
            "2",
            "7 情報照会者機関コード"),
        Arguments.of(
            NAME,
            "unreadable" + CRLF + foreign + CRLF,
            ErrorCode.SKI_SEVERAL_INSTITUTIONS,
            "2",
            "7 情報照会者機関コード"),
        Arguments.of("inquiries.dat", sound + CRLF, ErrorCode.SKI_FILE_NAME, null, null),
        Arguments.of(
            "P640R110_20260230100000_0001.DAT", sound + CRLF, ErrorCode.SKI_FILE_NAME, null, null));
  }

  @ParameterizedTest(name = "{2} {3}") // MS-24, MS-90, JN-05
  @MethodSource("filesThatAreRefusedWhole")
  @DisplayName("ファイル全体を拒否する")
  void aFileWhoseLinesCannotBeToldApartIsRefusedWhole(
      String name,
      String content,
      ErrorCode code,
      @Nullable String line,
      @Nullable String element) {
    assertRefused(name, file(content), code, line, element);
    assertThat(bed.rows("inquiry_request")).isZero();
    assertThat(bed.rows("inquiry")).isZero();
    assertThat(bed.rows("outbox")).isZero();
  }

  @Test // MS-90, MU-19
  @DisplayName("他機関の明細は拒否する")
  void linesOfAnotherInstitutionAreRefused() {
    assertRefused(
        NAME,
        file(line(TSUKUBA, "101", Instant.parse("2026-11-02T01:00:00Z"))),
        ErrorCode.SKI_SEVERAL_INSTITUTIONS,
        "1",
        "7 情報照会者機関コード");
  }

  @Test // MS-24
  void theLargestFileIsTakenAndItsLinesStayInOrder() throws IOException {
    List<String> persons =
        IntStream.rangeClosed(1, 10_000).mapToObj(i -> "5%05d".formatted(i)).toList();
    bed.bind(ISHINOMAKI, AcquisitionPurpose.INFORMATION_LINKAGE, persons);
    byte[] content = file(lines(persons));
    ReceptionNumber number = bed.accept(NAME, content);
    assertThat(bed.rows("outbox")).isEqualTo(10_000);
    assertThat(result(number))
        .extracting(line -> line.field(InquiryField.ADDRESSEE))
        .containsExactlyElementsOf(
            persons.stream().map("%15s"::formatted).map(s -> s.replace(' ', '0')).toList());
  }

  private static InquiryLine[] lines(List<String> persons) {
    return persons.stream().map(IntakeBed::line).toArray(InquiryLine[]::new);
  }

  private List<ResultLine> result(ReceptionNumber number) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    bed.bean(ResultFiles.class)
        .open(ISHINOMAKI, number, ResultEncoding.UTF_8)
        .content()
        .writeTo(file);
    return ResultFileReader.read(file.toByteArray(), ResultEncoding.UTF_8);
  }

  private List<String> states() {
    return bed.database
        .everything()
        .sql("select concat_ws(' ', state, error_code) from inquiry order by line_number")
        .query(String.class)
        .list();
  }

  private void assertRefused(
      String name,
      byte[] content,
      ErrorCode code,
      @Nullable String line,
      @Nullable String element) {
    assertThatThrownBy(() -> bed.accept(name, content))
        .asInstanceOf(type(InvalidInputException.class))
        .extracting(InvalidInputException::refusal)
        .isEqualTo(new Refusal(code, line, element));
  }

  private static Arguments unreadable(
      String defect, InquiryField field, String value, ErrorCode code) {
    return Arguments.of(
        defect,
        (UnaryOperator<String>) text -> with(text, field, value),
        code,
        "2行目の項目%d(%s): %s".formatted(field.number(), field.japaneseName(), code.message()));
  }

  /** The line with another value in one field. */
  private static String with(String text, InquiryField field, String value) {
    String[] fields = text.split(",", -1);
    fields[field.number() - 1] = value;
    return String.join(",", fields);
  }
}
