package jp.chukan.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MainTest {
  private static final int USAGE = 64;

  @Test
  void everyCommandThatTheScriptHandsOverIsThere() throws IOException {
    var handedOver =
        Files.readString(Path.of("../../chukan"))
            .lines()
            .filter(line -> line.endsWith(") run_command \"$@\" ;;"))
            .findFirst()
            .orElseThrow();
    var names = handedOver.strip().replaceAll("\\).*", "").split(" \\| ");
    assertThat(Main.commandLine().getSubcommands().keySet())
        .containsAll(Arrays.asList(names))
        .contains("down");
  }

  @Test
  void theClientRegistersAcquiresAndInquires() {
    assertThat(Main.commandLine().getSubcommands())
        .hasEntrySatisfying(
            "client",
            client ->
                assertThat(client.getSubcommands())
                    .containsKeys("register", "acquire-code", "inquire", "result", "grants"));
  }

  @Test
  void theOperatorProposesActivatesAndShows() {
    assertThat(Main.commandLine().getSubcommands())
        .hasEntrySatisfying(
            "institutions",
            institutions ->
                assertThat(institutions.getSubcommands())
                    .containsOnlyKeys("propose", "activate", "show"));
  }

  @Test
  void theOperatorMakesTheFirstAdministrator() {
    assertThat(Main.commandLine().getSubcommands())
        .hasEntrySatisfying(
            "staff",
            staff -> assertThat(staff.getSubcommands()).containsOnlyKeys("first-administrator"));
  }

  @Test
  void aWrongInstitutionCodeIsAUsageError() {
    for (var arguments :
        List.of(
            List.of("client", "--institution", "12", "acquire-code", "1"),
            List.of("client", "acquire-code", "1"),
            List.of("client", "--institution", "0220104202101700", "inquire"),
            List.of("client", "--institution", "0220104202101700", "result", "RECEPTION1"),
            List.of("client", "--institution", "0220104202101700", "result", "x", "--out", "f"),
            List.of(
                "client",
                "--institution",
                "0220104202101700",
                "result",
                "RECEPTION1",
                "--out",
                "f",
                "--encoding",
                "EUC-JP"),
            List.of("institutions", "activate", "newest"),
            List.of("institutions", "activate"),
            List.of("institutions", "propose"),
            List.of("staff", "first-administrator", "--institution", "0220104202101700"),
            List.of(
                "staff",
                "first-administrator",
                "--institution",
                "0220104202101700",
                "--user",
                "a b",
                "--name",
                "架空"),
            List.of("client", "--institution", "0220104202101700", "grants", "a.csv", "b.csv"),
            List.of("demo", "--persons", "many"))) {
      assertThat(Main.commandLine().execute(arguments.toArray(String[]::new))).isEqualTo(USAGE);
    }
  }

  @Test
  void aFailureWithoutWordsIsCalledByItsName() {
    assertThat(Main.said(new EOFException())).isEqualTo("java.io.EOFException");
    assertThat(Main.said(new IOException("no room"))).isEqualTo("no room");
  }
}
