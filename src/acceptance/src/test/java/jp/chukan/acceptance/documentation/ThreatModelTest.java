package jp.chukan.acceptance.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each threat names a test that is there, and a patch that takes its control away. That the test
 * then fails is shown by {@code ./chukan break-controls}, which takes an hour.
 */
@DisplayName("脅威の一覧（docs/threat-model.md）")
class ThreatModelTest {
  private static final Path CONTROLS = Repository.path("src/acceptance/controls");
  private static final Pattern ROW =
      Pattern.compile(
          "^\\| `([A-Z][0-9]{2})` \\|.*\\| `([A-Za-z]+)\\.([A-Za-z]+)` \\|$", Pattern.MULTILINE);

  record Row(String id, String test, String method) {}

  static List<Row> rows() {
    return ROW.matcher(Repository.read(Repository.path("docs/threat-model.md")))
        .results()
        .map(row -> new Row(row.group(1), row.group(2), row.group(3)))
        .toList();
  }

  @Test
  @DisplayName("どの行にも、試験と、対策を外すパッチがある")
  void everyRowHasTheFormThatIsChecked() throws IOException {
    String page = Repository.read(Repository.path("docs/threat-model.md"));
    long begun = page.lines().filter(line -> line.matches("\\| `[A-Z][0-9]{2}` .*")).count();

    assertThat(rows()).hasSize((int) begun).isNotEmpty();
    assertThat(rows()).extracting(Row::id).doesNotHaveDuplicates();
    try (Stream<Path> patches = Files.list(CONTROLS)) {
      assertThat(patches.map(file -> file.getFileName().toString()).collect(Collectors.toSet()))
          .containsExactlyInAnyOrderElementsOf(
              rows().stream().map(row -> row.id() + ".patch").collect(Collectors.toSet()));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  @DisplayName("行の試験がある")
  void theTestOfARowIsThere(Row row) {
    List<Path> sources =
        Repository.javaFiles("test").stream()
            .filter(file -> file.getFileName().toString().equals(row.test() + ".java"))
            .toList();

    assertThat(sources).as(row.test()).hasSize(1);
    assertThat(Repository.read(sources.getFirst())).contains("void " + row.method() + "(");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  @DisplayName("行のパッチは今のソースに当たる")
  void thePatchOfARowStillFits(Row row) throws IOException, InterruptedException {
    Process check =
        new ProcessBuilder(
                "git", "apply", "--check", CONTROLS.resolve(row.id() + ".patch").toString())
            .directory(Repository.path("").toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(check.waitFor()).as(said).isZero();
  }
}
