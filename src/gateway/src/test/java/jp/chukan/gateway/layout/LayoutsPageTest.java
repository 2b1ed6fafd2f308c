package jp.chukan.gateway.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("データ標準レイアウトの一覧")
class LayoutsPageTest {
  private static final Path REPOSITORY = Path.of("../..").toAbsolutePath().normalize();

  /** Clients read a result file by position; what stands before the items has 27 fields. */
  private static final int FIELDS_BEFORE = 27;

  static Stream<Path> files() throws IOException {
    return Files.list(REPOSITORY.resolve("layouts"))
        .filter(file -> file.toString().endsWith(".yaml"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void thePageSaysWhatTheFileSays(Path file) throws IOException {
    StandardLayout layout =
        LayoutFiles.layout(file.getFileName().toString(), Files.newInputStream(file));
    String row =
        Files.readAllLines(REPOSITORY.resolve("docs/layouts.md")).stream()
            .filter(
                line ->
                    line.startsWith("| `%s` %s |".formatted(layout.information(), layout.name())))
            .findFirst()
            .orElseThrow();
    List<LayoutItem> items = layout.items();
    assertThat(row)
        .contains("%s: %s".formatted(layout.edition(), layout.validFrom()))
        .contains(
            "| %d, fields %d–%d"
                .formatted(items.size(), FIELDS_BEFORE + 1, FIELDS_BEFORE + items.size()));
    long placeholders = items.stream().filter(LayoutItem::placeholder).count();
    if (placeholders > 0) {
      assertThat(row).contains("; %d placeholders |".formatted(placeholders));
    }
    for (int position = 1; position <= items.size(); position++) {
      LayoutItem item = items.get(position - 1);
      if (!item.placeholder()) {
        assertThat(row)
            .contains("%d %s `%s`".formatted(FIELDS_BEFORE + position, item.name(), item.code()));
      }
    }
  }
}
