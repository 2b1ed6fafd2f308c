package jp.chukan.acceptance.supplychain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import jp.chukan.command.dependencies.BillOfMaterials;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("部品表（SBOM）")
class BillOfMaterialsIT {

  @Test // MS-97, JN-33
  @DisplayName("プログラムに入っているライブラリと、ハッシュ値まで一致する")
  void namesExactlyTheLibrariesThatAreInTheProgram() throws IOException {
    for (String module : BuiltPrograms.MODULES) {
      Path jar = BuiltPrograms.jar(module);
      Map<String, String> named = new TreeMap<>();
      BillOfMaterials.of(jar)
          .components()
          .forEach(
              component ->
                  named.put(component.name() + "-" + component.version(), component.sha256()));

      Map<String, String> there = new TreeMap<>();
      BuiltPrograms.libraries(jar)
          .forEach((file, digest) -> there.put(file.replaceFirst("\\.jar$", ""), digest));

      assertThat(named).as(module).containsExactlyInAnyOrderEntriesOf(there);
    }
  }
}
