package jp.chukan.command.bench.provision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import jp.chukan.command.installation.Installation;
import jp.chukan.command.installation.InstallationException;

/** The AS4 stack phase4 on the same machine, with keys of the same run: a process of its own. */
final class PeerRun {
  private static final int AT_ONCE = 16;

  private PeerRun() {}

  /**
   * @param payloadBytes of each message
   * @param warmUpSeconds that do not count
   * @param seconds that do
   * @return what it printed; docs/performance.md says what
   */
  static JsonNode measure(
      Installation installation, int payloadBytes, int warmUpSeconds, int seconds)
      throws IOException {
    List<String> arguments =
        Stream.of(
                "--keys",
                installation.keys(),
                "--payload",
                payloadBytes,
                "--warm-up",
                warmUpSeconds,
                "--seconds",
                seconds,
                "--concurrency",
                AT_ONCE)
            .map(String::valueOf)
            .toList();
    Path log = installation.log("peer");
    var process = installation.program("src/peer", "peer", arguments, log);
    try {
      var printed = JsonMapper.builder().build().readTree(process.getInputStream());
      if (process.waitFor() != 0 || !printed.path("valid").asBoolean()) {
        throw new InstallationException("the peer failed, see " + log);
      }
      return printed;
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
