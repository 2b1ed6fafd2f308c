package jp.chukan.contract.inquiryfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SequencedMap;
import jp.chukan.contract.code.DepartmentCode;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.UserId;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.contract.error.Refusal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

@DisplayName("情報照会ファイルの書き出し")
class InquiryFileWriterTest {
  private static final Instant NOW = Instant.parse("2026-10-01T00:30:00Z");

  @Test // MS-24
  void everyFieldIsPaddedToItsWidth() {
    byte[] content = onlyFile(List.of(InquiryFixtures.line(23456789)));

    String golden =
        text(InquiryFixtures.file("P640R110_20261001093000_0001.DAT")).split("\r\n", -1)[1];
    assertThat(text(content)).isEqualTo(golden + "\r\n");
    assertThat(golden.split(",", -1))
        .extracting(String::length)
        .containsExactly(2, 15, 15, 17, 20, 20, 16, 1, 16, 16, 16, 16, 16, 16, 1, 1, 8, 8);
  }

  @RepeatedTest(50)
  void whatIsWrittenIsReadBack(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    List<InquiryLine> lines = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      lines.add(InquiryFixtures.any(random));
    }

    InquiryFile read = InquiryFileReader.read(onlyFile(lines));

    assertThat(read.lines()).extracting(InquiryFileWriterTest::lineOf).isEqualTo(lines);
  }

  @Test
  void afterTenThousandLinesANewFileBegins() {
    List<InquiryLine> lines = InquiryFixtures.lines(20_001);

    SequencedMap<InquiryFileName, byte[]> files = InquiryFileWriter.write(NOW, lines);

    assertThat(files.keySet())
        .extracting(InquiryFileName::value)
        .containsExactly(
            "P640R110_20261001093000_0001.DAT",
            "P640R110_20261001093000_0002.DAT",
            "P640R110_20261001093000_0003.DAT");
    assertThat(files.values().stream().map(InquiryFileReader::read).map(f -> f.lines().size()))
        .containsExactly(10_000, 10_000, 1);
    assertThat(lineOf(InquiryFileReader.read(files.lastEntry().getValue()).lines().get(0)))
        .isEqualTo(lines.get(20_000));
  }

  @Test
  void noLinesAreNoFile() {
    assertThat(InquiryFileWriter.write(NOW, List.of())).isEmpty();
  }

  @Test
  void severalInquirersAreRefused() {
    InquiryLine other = with(InquiryFixtures.line(2), new InstitutionCode("0220108220101700"));

    assertRefused(
        () -> InquiryFileWriter.write(NOW, List.of(InquiryFixtures.line(1), other)),
        Refusal.at(ErrorCode.SKI_SEVERAL_INSTITUTIONS, "7 情報照会者機関コード"));
  }

  @Test // JN-05
  void whatTheFileCannotHoldIsNoLine() {
    assertRefused(
        () -> with("35951,15400", "user-0001", NOW, null, null),
        Refusal.at(ErrorCode.SKI_FIELD_FORM, "5 情報照会者部署コード"));
    assertRefused(
        () -> with("3595115400", "user,0001", NOW, null, null),
        Refusal.at(ErrorCode.SKI_FIELD_FORM, "6 情報照会者ユーザーID"));
    assertRefused(
        () -> with("3595115400", "user-0001", Instant.parse("+10000-01-01T00:00:00Z"), null, null),
        Refusal.at(ErrorCode.SKI_DATE, "4 照会依頼日時"));
    assertRefused(
        () -> with("3595115400", "user-0001", NOW, LocalDate.MAX, null),
        Refusal.at(ErrorCode.SKI_DATE, "17 照会開始日付"));
    assertRefused(
        () ->
            with(
                "3595115400",
                "user-0001",
                NOW,
                LocalDate.parse("2026-04-02"),
                LocalDate.parse("2026-04-01")),
        Refusal.at(ErrorCode.SKI_PERIOD, "18 照会終了日付"));
  }

  @Test
  @DisplayName("レコード識別番号")
  void theRecordNumberIsDrawnFromTheContentAlone() {
    InquiryLine line = InquiryFixtures.line(1);

    assertThat(line.recordNumber()).isEqualTo(InquiryFixtures.line(1).recordNumber());
    assertThat(line.recordNumber()).isNotEqualTo(InquiryFixtures.line(2).recordNumber());
    // Stored numbers outlive a release: this one must never change.
    assertThat(line.recordNumber().value()).isEqualTo("9fceac42f1631829c4d66d355b1ebe9024e1889d");
  }

  private static InquiryLine with(InquiryLine line, InstitutionCode inquirer) {
    return new InquiryLine(
        line.addressee(),
        line.unifiedAddressee(),
        line.requestedAt(),
        line.department(),
        line.user(),
        inquirer,
        line.nonDisclosure(),
        line.affair(),
        line.procedure(),
        line.delegatingInquirer(),
        line.delegatingProvider(),
        line.provider(),
        line.information(),
        line.periodFrom(),
        line.periodTo());
  }

  private static InquiryLine with(
      String department,
      String user,
      Instant requestedAt,
      @Nullable LocalDate from,
      @Nullable LocalDate to) {
    InquiryLine line = InquiryFixtures.line(1);
    return new InquiryLine(
        line.addressee(),
        line.unifiedAddressee(),
        requestedAt,
        new DepartmentCode(department),
        new UserId(user),
        line.inquirer(),
        line.nonDisclosure(),
        line.affair(),
        line.procedure(),
        line.delegatingInquirer(),
        line.delegatingProvider(),
        line.provider(),
        line.information(),
        from,
        to);
  }

  private static void assertRefused(Runnable attempt, Refusal refusal) {
    assertThatThrownBy(attempt::run)
        .isInstanceOfSatisfying(
            InvalidInputException.class, e -> assertThat(e.refusal()).isEqualTo(refusal));
  }

  private static byte[] onlyFile(List<InquiryLine> lines) {
    SequencedMap<InquiryFileName, byte[]> files = InquiryFileWriter.write(NOW, lines);
    assertThat(files).hasSize(1);
    return files.firstEntry().getValue();
  }

  private static InquiryLine lineOf(InquiryFileLine line) {
    return ((InquiryFileLine.Readable) line).line();
  }

  private static String text(byte[] content) {
    return new String(content, StandardCharsets.US_ASCII);
  }
}
