package jp.chukan.gateway.institution;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import jp.chukan.contract.testing.HostileInput;
import jp.chukan.contract.testing.KeptInputs;
import jp.chukan.gateway.csv.FaultyFileException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("機関マスタのCSVに何が書かれていても")
class MasterFileFuzzTest {

  static Stream<byte[]> files() {
    return Stream.of("utf-8", "utf-8-with-mark", "ms932", "line-feed-only")
        .map(MasterFileFuzzTest::file);
  }

  static Stream<byte[]> kept() {
    return KeptInputs.of(MasterFileFuzzTest.class);
  }

  @MethodSource({"files", "kept"})
  @FuzzTest(maxDuration = HostileInput.NO_END)
  void whateverComesIsReadWholeOrRefused(byte[] content) throws Exception {
    HostileInput.feed(
        () -> {
          try {
            List<MasterEntry> entries = MasterFile.read(content);
            assertThat(entries).isNotEmpty().doesNotHaveDuplicates();
          } catch (FaultyFileException refused) {
            assertThat(refused.faults()).isNotEmpty();
          }
        });
  }

  private static byte[] file(String name) {
    try (InputStream file = MasterFileFuzzTest.class.getResourceAsStream(name + ".csv")) {
      return Objects.requireNonNull(file, name).readAllBytes();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
