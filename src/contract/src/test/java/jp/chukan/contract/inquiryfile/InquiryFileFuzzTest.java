package jp.chukan.contract.inquiryfile;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import jp.chukan.contract.testing.HostileInput;
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

  @MethodSource("files")
  @FuzzTest
  void whateverComesIsReadAsWhatItSaysOrRefused(byte[] content) throws Exception {
    HostileInput.feed(
        () -> {
          List<InquiryLine> lines =
              InquiryFileReader.read(content).lines().stream()
                  .filter(InquiryFileLine.Readable.class::isInstance)
                  .map(InquiryFileLine.Readable.class::cast)
                  .map(InquiryFileLine.Readable::line)
                  .toList();
          if (!lines.isEmpty()) {
            assertThat(InquiryFileReader.read(written(lines)).lines())
                .extracting(line -> ((InquiryFileLine.Readable) line).line())
                .isEqualTo(lines);
          }
        });
  }

  private static byte[] written(List<InquiryLine> lines) {
    return InquiryFileWriter.write(Instant.parse("2026-10-01T00:00:00Z"), lines)
        .firstEntry()
        .getValue();
  }
}
