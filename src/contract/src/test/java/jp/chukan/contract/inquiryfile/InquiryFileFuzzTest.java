package jp.chukan.contract.inquiryfile;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import jp.chukan.contract.testing.HostileInput;
import jp.chukan.contract.testing.KeptInputs;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("情報照会のファイル（DAT）に何が書かれていても")
class InquiryFileFuzzTest {

  static Stream<byte[]> files() {
    Random random = new Random(1);
    return Stream.of(
            InquiryFixtures.lines(3),
            List.of(InquiryFixtures.any(random), InquiryFixtures.any(random)))
        .map(InquiryFileFuzzTest::written);
  }

  static Stream<byte[]> kept() {
    return KeptInputs.of(InquiryFileFuzzTest.class);
  }

  @MethodSource({"files", "kept"})
  @FuzzTest(maxDuration = HostileInput.NO_END)
  void whateverComesIsReadAsWhatItSaysOrRefused(byte[] content) throws Exception {
    HostileInput.feed(
        () -> {
          List<InquiryLine> lines = readable(content);
          if (!lines.isEmpty()) {
            assertThat(readable(written(lines))).isEqualTo(lines);
          }
        });
  }

  private static List<InquiryLine> readable(byte[] content) {
    List<InquiryLine> lines = new ArrayList<>();
    for (InquiryFileLine line : InquiryFileReader.read(content).lines()) {
      if (line instanceof InquiryFileLine.Readable readable) {
        lines.add(readable.line());
      }
    }
    return lines;
  }

  private static byte[] written(List<InquiryLine> lines) {
    return InquiryFileWriter.write(Instant.parse("2026-10-01T00:00:00Z"), lines)
        .firstEntry()
        .getValue();
  }
}
