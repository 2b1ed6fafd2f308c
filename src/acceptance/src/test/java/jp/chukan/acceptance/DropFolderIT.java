package jp.chukan.acceptance;

import static jp.chukan.acceptance.SharedInstallation.ISHINOMAKI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import jp.chukan.command.inquiry.InquiryPlan;
import jp.chukan.contract.code.InquiryStatus;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.inquiryfile.InquiryFileName;
import jp.chukan.contract.inquiryfile.ResultEncoding;
import jp.chukan.contract.inquiryfile.ResultFileReader;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are put into a folder, as a batch of the 宛名 system does without any client. */
@DisplayName("情報照会ファイルの連携フォルダー")
class DropFolderIT {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final int LINES = 60;

  @TempDir private Path folder;

  private final SharedInquiries inquiries = SharedInquiries.get();
  private final Path exchange =
      SharedInstallation.get()
          .installation()
          .runDirectory()
          .resolve("exchange")
          .resolve(ISHINOMAKI.value());

  @Test // MS-24
  void aFileThatIsPutInComesOutAsTheFinalResult() throws IOException {
    InquiryFileName name = SharedInquiries.name();
    put(InquiryPlan.withDefects(inquiries.parties(), LINES).write(folder, name));
    Path result = exchange.resolve("out").resolve(name.resultName());
    await().atMost(PATIENCE).until(() -> Files.exists(result));
    assertThat(ResultFileReader.read(Files.readAllBytes(result), ResultEncoding.UTF_8))
        .hasSize(LINES)
        .allSatisfy(line -> assertThat(line.status().isFinal()).isTrue())
        .anySatisfy(line -> assertThat(line.status()).isEqualTo(InquiryStatus.COMPLETED));
    assertThat(exchange.resolve("in").resolve(name.value())).doesNotExist();
  }

  @Test // MS-24, MS-78
  void aBadFileIsPutAsideWithTheReason() throws IOException {
    InquiryFileName name = SharedInquiries.name();
    Path file = InquiryPlan.lawful(inquiries.parties(), 2).write(folder, name);
    String text = Files.readString(file, StandardCharsets.US_ASCII);
    Files.writeString(file, text.replace("\r\n", "\n"), StandardCharsets.US_ASCII);
    put(file);
    Path reason = exchange.resolve("refused").resolve(name.value() + ".error.txt");
    await().atMost(PATIENCE).until(() -> Files.exists(reason));
    assertThat(reason)
        .content(StandardCharsets.UTF_8)
        .contains(ErrorCode.SKI_LINE_END.id())
        .contains(ErrorCode.SKI_LINE_END.message());
    assertThat(exchange.resolve("refused").resolve(name.value()))
        .content(StandardCharsets.US_ASCII)
        .isEqualTo(text.replace("\r\n", "\n"));
    assertThat(exchange.resolve("in").resolve(name.value())).doesNotExist();
  }

  /** Appears whole, as the folder demands. */
  private void put(Path file) throws IOException {
    Path in = Files.createDirectories(exchange.resolve("in"));
    Path unfinished = Files.copy(file, in.resolve(file.getFileName() + ".tmp"));
    Files.move(unfinished, in.resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE);
  }
}
