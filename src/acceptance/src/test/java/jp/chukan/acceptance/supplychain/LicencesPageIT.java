package jp.chukan.acceptance.supplychain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Set;
import jp.chukan.command.ProjectFolder;
import jp.chukan.command.dependencies.BillOfMaterials;
import jp.chukan.command.dependencies.Component;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("ライセンスの一覧（docs/licences.md）")
class LicencesPageIT {
  private static final Path PAGE = ProjectFolder.path().resolve("docs/licences.md");
  private static final String HEAD = "|---|---|\n";

  @Test // MS-97
  @DisplayName("プログラムに入っているライブラリをすべて載せている")
  void namesEveryLibrary() throws IOException {
    Set<Component> libraries = new LinkedHashSet<>();
    for (String module : BuiltPrograms.MODULES) {
      libraries.addAll(BillOfMaterials.of(BuiltPrograms.jar(module)).components());
    }
    StringBuilder rows = new StringBuilder();
    libraries.stream()
        .sorted(Comparator.comparing(Component::coordinates))
        .map(
            library ->
                "| `%s` %s | %s |\n"
                    .formatted(
                        library.coordinates(),
                        library.version(),
                        String.join(", ", library.licences())))
        .distinct()
        .forEach(rows::append);
    String page = Files.readString(PAGE);
    String expected = page.substring(0, page.indexOf(HEAD) + HEAD.length()) + rows;
    if (Boolean.getBoolean("chukan.write-documents")) {
      Files.writeString(PAGE, expected);
    }

    assertThat(Files.readString(PAGE)).isEqualTo(expected);
  }
}
