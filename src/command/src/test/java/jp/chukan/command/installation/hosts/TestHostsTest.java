package jp.chukan.command.installation.hosts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("試験用ホスト")
final class TestHostsTest {
  private static final String NOT_PERMITTED =
      "mount --make-shared /run/netns failed: not permitted";

  @TempDir private Path run;

  /** Answers as the tool does, and remembers what it was asked. */
  private static final class RecordedTool implements NetworkTool {
    private final List<String> asked = new ArrayList<>();
    private final String refused;
    private boolean left;

    private RecordedTool(String refused) {
      this.refused = refused;
    }

    @Override
    public String run(List<String> arguments) throws IOException {
      var command = String.join(" ", arguments);
      asked.add(command);
      if (command.startsWith(refused)) {
        throw new IOException(NOT_PERMITTED);
      }
      left |= command.startsWith("link add");
      return "";
    }
  }

  @Test
  void whereItIsNotAllowedTheReasonIsSaidAndNothingIsLeft() {
    var tool = new RecordedTool("netns add");

    assertThatThrownBy(() -> TestHosts.make(run, List.of("node-1"), tool))
        .isInstanceOf(IOException.class)
        .hasMessage(NOT_PERMITTED);

    assertThat(tool.left).isTrue();
    assertThat(tool.asked).endsWith("netns list", "-o link show");
    assertThat(run).isEmptyDirectory();
    assertThat(TestHosts.refusal(tool)).contains(NOT_PERMITTED);
  }

  @Test
  void whatAnEarlierRunLeftIsLookedForBeforeAnythingIsMade() throws IOException {
    var tool = new RecordedTool("nothing");

    TestHosts.make(run, List.of("node-1"), tool).close();

    assertThat(tool.asked).startsWith("netns list", "-o link show", "-4 route show table all");
    assertThat(tool.asked).endsWith("netns list", "-o link show");
    assertThat(run).isEmptyDirectory();
  }

  @Test
  void whereNothingWasLeftTheToolIsNotEvenAsked() throws IOException {
    TestHosts.removeLeftovers(run);

    assertThat(run).isEmptyDirectory();
  }
}
