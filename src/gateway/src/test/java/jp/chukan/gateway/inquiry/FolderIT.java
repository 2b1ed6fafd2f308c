package jp.chukan.gateway.inquiry;

import static jp.chukan.gateway.inquiry.IntakeBed.file;
import static jp.chukan.gateway.inquiry.IntakeBed.line;
import static jp.chukan.gateway.inquiry.IntakeBed.text;
import static jp.chukan.gateway.testing.TestKeys.ISHINOMAKI;
import static jp.chukan.gateway.testing.TestKeys.TSUKUBA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.contract.inquiryfile.InquiryFile;
import jp.chukan.contract.inquiryfile.ResultEncoding;
import jp.chukan.contract.inquiryfile.ResultFileReader;
import jp.chukan.gateway.record.Communication;
import jp.chukan.gateway.testing.TestLimits;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the routes call, with the process dying at the worst moments. */
@DisplayName("フォルダによる情報照会")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FolderIT {
  private static final String NAME = "P640R110_20261102100000_0001.DAT";
  private static final String RESULT = "P640R110_20261102100000_0001_RESULT.DAT";
  private static final Set<PosixFilePermission> OWN_ONLY =
      PosixFilePermissions.fromString("rwx------");

  private final IntakeBed bed = new IntakeBed();

  @BeforeEach
  void start() throws IOException {
    bed.empty();
    bed.permit();
    bed.bind("101");
    for (String folder : List.of("in", "out", "refused")) {
      try (Stream<Path> files = Files.list(folder(folder))) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
    }
  }

  @AfterAll
  void end() {
    bed.close();
  }

  @Test // MS-61, MS-96
  void onlyTheServersUserMayLookIntoTheFolders() throws IOException {
    Path own = bed.folder.resolve(ISHINOMAKI.value());
    for (Path folder : List.of(bed.folder, own, folder("in"), folder("out"), folder("refused"))) {
      assertThat(Files.getPosixFilePermissions(folder)).as(folder.toString()).isEqualTo(OWN_ONLY);
    }
  }

  @Test // MS-24
  @DisplayName("結果は完了してから一度だけ置く")
  void theResultAppearsOnceAndNotBeforeItIsComplete() throws IOException {
    take(file(line("101"), line("999")));
    handOver();
    assertThat(folder("out")).isEmptyDirectory();
    bed.database
        .everything()
        .sql("update inquiry set state = 'UNANSWERED' where state = 'ACCEPTED'")
        .update();
    handOver();
    assertThat(ResultFileReader.read(Files.readAllBytes(result()), ResultEncoding.UTF_8))
        .hasSize(2);
    // the client takes it; nobody puts it there again
    Files.delete(result());
    handOver();
    take(file(line("101"), line("999")));
    handOver();
    assertThat(folder("out")).isEmptyDirectory();
  }

  @Test // MS-24
  @DisplayName("引渡しの途中で落ちても、失わず重ねない")
  void aProcessThatDiesBeforeTheHandOverIsNotedLosesAndDoublesNothing() throws IOException {
    take(file(line("999")));
    // died while writing: half a file under the unfinished name
    Files.writeString(folder("out").resolve("." + RESULT + ".tmp"), "half");
    handOver();
    byte[] content = Files.readAllBytes(result());
    assertThat(ResultFileReader.read(content, ResultEncoding.UTF_8)).hasSize(1);
    // died after the name appeared, before it was noted: what is there stays as it is
    forgetHandOver();
    Files.write(result(), new byte[] {1});
    handOver();
    assertThat(Files.readAllBytes(result())).hasSize(1);
    // died before the name appeared: it is written again
    forgetHandOver();
    Files.delete(result());
    handOver();
    assertThat(Files.readAllBytes(result())).isEqualTo(content);
    assertThat(folder("out").resolve("." + RESULT + ".tmp")).doesNotExist();
  }

  private void forgetHandOver() {
    bed.database.everything().sql("update inquiry_folder_file set handed_over_at = null").update();
  }

  @Test // MS-24
  void whatCannotBeWrittenStaysDue() throws IOException {
    take(file(line("999")));
    Path out = folder("out");
    Files.delete(out);
    assertThatThrownBy(this::handOver).isInstanceOf(UncheckedIOException.class);
    Files.createDirectory(out, PosixFilePermissions.asFileAttribute(OWN_ONLY));
    handOver();
    assertThat(result()).exists();
  }

  @Test // MS-80
  @DisplayName("取込みの直後に落ちても、二度取り込まない")
  void aFileThatIsStillThereAfterItWasTakenChangesNothing() throws IOException {
    byte[] content = file(line("101"));
    take(content);
    take(content);
    assertThat(bed.rows("inquiry")).isEqualTo(1);
    assertThat(bed.rows("outbox")).isEqualTo(1);
    assertThat(bed.rows("inquiry_folder_file")).isEqualTo(1);
  }

  @Test // MS-24, MS-95
  @DisplayName("送信待ちが上限に達している間は取り込まず、ファイルを残す")
  void aFileWaitsWhileThereIsNoRoom() throws IOException {
    Path dropped = folder("in").resolve(NAME);
    Files.write(dropped, file(line("101")));
    bed.clock.advance(Duration.ofSeconds(1));
    bed.inTheBroker = TestLimits.WAITING;
    assertThatThrownBy(() -> bed.bean(TakeDroppedFile.class).take(ISHINOMAKI, dropped))
        .isInstanceOfSatisfying(
            InvalidInputException.class,
            full -> assertThat(full.refusal().code()).isEqualTo(ErrorCode.SYM_QUEUE_FULL));
    assertThat(dropped).exists();
    assertThat(folder("refused")).isEmptyDirectory();
    assertThat(bed.rows("inquiry_request")).isZero();
    assertThat(bed.communications(null)).isEmpty();

    bed.inTheBroker = 0;
    bed.clock.advance(Duration.ofSeconds(1));
    take(file(line("101")));
    assertThat(bed.rows("inquiry")).isEqualTo(1);
  }

  @Test // MS-24
  void aFileThatCameOverTheWireIsHandedOverOnceItIsDroppedToo() throws IOException {
    byte[] content = file(line("999"));
    ReceptionNumber number = bed.accept(NAME, content);
    handOver();
    assertThat(folder("out")).isEmptyDirectory();
    take(content);
    handOver();
    assertThat(Files.readString(result())).contains(number.value());
  }

  static Stream<Arguments> filesThatAreRefused() {
    String sound = text(line("101"));
    return Stream.of(
        Arguments.of(NAME, sound + "\n", ErrorCode.SKI_LINE_END, "行: 1\r\n"),
        Arguments.of(NAME, "", ErrorCode.SKI_EMPTY_FILE, ""),
        Arguments.of(
            "P640R110_20260230100000_0001.DAT", sound + "\r\n", ErrorCode.SKI_FILE_NAME, ""),
        Arguments.of(NAME, "0".repeat(InquiryFile.LARGEST + 1), ErrorCode.SYM_TOO_LARGE, ""),
        Arguments.of(
            NAME,
            text(line(TSUKUBA, "101", Instant.parse("2026-11-02T01:00:00Z"))) + "\r\n",
            ErrorCode.SKI_SEVERAL_INSTITUTIONS,
            "行: 1\r\n項目: 7 情報照会者機関コード\r\n"));
  }

  @ParameterizedTest(name = "{2}") // MS-24, MS-90, JN-12
  @MethodSource("filesThatAreRefused")
  @DisplayName("拒否したファイルは理由を添えて別に置く")
  void aRefusedFileIsSetAsideWithTheReason(
      String name, String content, ErrorCode code, String place) throws IOException {
    Path dropped = folder("in").resolve(name);
    Files.write(dropped, file(content));
    bed.bean(TakeDroppedFile.class).take(ISHINOMAKI, dropped);
    assertThat(dropped).doesNotExist();
    assertThat(folder("refused").resolve(name)).hasBinaryContent(file(content));
    assertThat(folder("refused").resolve(name + ".error.txt"))
        .hasContent("エラーコード: %s\r\nエラー内容: %s\r\n%s".formatted(code.id(), code.message(), place));
    assertThat(bed.rows("inquiry_request")).isZero();
    assertThat(bed.communications(null)).extracting(Communication::error).containsExactly(code);
  }

  private void take(byte[] content) throws IOException {
    Path dropped = folder("in").resolve(NAME);
    Files.write(dropped, content);
    bed.bean(TakeDroppedFile.class).take(ISHINOMAKI, dropped);
    Files.deleteIfExists(dropped);
  }

  private void handOver() {
    bed.bean(HandOverResults.class).handOver(ISHINOMAKI);
  }

  private Path result() {
    return folder("out").resolve(RESULT);
  }

  private Path folder(String name) {
    bed.bean(ExchangeFolders.class);
    return bed.folder.resolve(ISHINOMAKI.value()).resolve(name);
  }
}
