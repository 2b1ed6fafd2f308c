package jp.chukan.gateway.layout;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.stream.Stream;
import jp.chukan.contract.testing.HostileInput;
import jp.chukan.contract.testing.KeptInputs;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("レイアウトのファイルに何が書かれていても")
class LayoutFilesFuzzTest {
  private static final String FILE = "layout.yaml";

  static Stream<byte[]> layouts() {
    return Stream.of("TM00000000000001-1.yaml", "TM00000000000089-2.yaml")
        .map(LayoutFilesFuzzTest::file);
  }

  static Stream<byte[]> kept() {
    return KeptInputs.of(LayoutFilesFuzzTest.class);
  }

  /** The one way to say no is an exception that begins with the name of the file. */
  @MethodSource({"layouts", "kept"})
  @FuzzTest(maxDuration = HostileInput.NO_END)
  void whateverComesIsALayoutOrRefused(byte[] content) throws Exception {
    HostileInput.feed(
        () -> {
          try {
            StandardLayout layout = LayoutFiles.layout(FILE, new ByteArrayInputStream(content));
            assertThat(layout.items()).isNotEmpty();
          } catch (IllegalArgumentException refused) {
            assertThat(refused).hasMessageStartingWith(FILE);
          }
        });
  }

  private static byte[] file(String name) {
    try (InputStream file = LayoutFilesFuzzTest.class.getResourceAsStream("/layouts/" + name)) {
      return Objects.requireNonNull(file, name).readAllBytes();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
