package jp.chukan.contract.inquiryfile;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import jp.chukan.contract.testing.HostileInput;
import jp.chukan.contract.testing.KeptInputs;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("情報照会結果ファイルに何が書かれていても")
class ResultFileFuzzTest {

  static Stream<byte[]> files() {
    return Stream.of("local-tax", "public-account")
        .map(name -> InquiryFixtures.file("result/" + name + "-utf-8.DAT"));
  }

  static Stream<byte[]> kept() {
    return KeptInputs.of(ResultFileFuzzTest.class);
  }

  @MethodSource({"files", "kept"})
  @FuzzTest(maxDuration = HostileInput.NO_END)
  void whateverComesIsReadAsWhatItSaysOrRefused(byte[] content) throws Exception {
    HostileInput.feed(
        () -> {
          byte[] written = written(ResultFileReader.read(content, ResultEncoding.UTF_8));
          assertThat(written(ResultFileReader.read(written, ResultEncoding.UTF_8)))
              .isEqualTo(written);
        });
  }

  private static byte[] written(List<ResultLine> lines) throws IOException {
    var file = new ByteArrayOutputStream();
    var writer = new ResultFileWriter(file, ResultEncoding.UTF_8);
    for (ResultLine line : lines) {
      writer.write(line);
    }
    return file.toByteArray();
  }
}
