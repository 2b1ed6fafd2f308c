package jp.chukan.acceptance.supplychain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jp.chukan.command.dependencies.BillOfMaterials;
import jp.chukan.command.dependencies.Component;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("部品表（SBOM）")
class BillOfMaterialsIT {

  /** What packaging itself adds: it unpacks the jar. */
  private static final String PACKAGER = "spring-boot-jarmode-tools-";

  /** Names only, and what the compiler alone needs: packaging leaves them out. */
  private static final Pattern WITHOUT_CODE =
      Pattern.compile(".*-starter(-.*)?|.*-processor|.*-apt");

  @Test // MS-97, JN-33
  @DisplayName("プログラムに入っているライブラリと、ハッシュ値まで一致する")
  void namesExactlyTheLibrariesThatAreInTheProgram() throws IOException {
    for (String module : BuiltPrograms.MODULES) {
      Path jar = BuiltPrograms.jar(module);
      Map<String, Component> named =
          BillOfMaterials.of(jar).components().stream()
              .collect(Collectors.toMap(Component::sha256, Function.identity()));
      Map<String, String> there = BuiltPrograms.libraries(jar);
      there.keySet().removeIf(file -> file.startsWith(PACKAGER));

      assertThat(named.keySet()).as(module).containsAll(there.values());
      named.keySet().removeAll(there.values());
      assertThat(named.values())
          .as(module)
          .extracting(Component::name)
          .allMatch(name -> WITHOUT_CODE.matcher(name).matches());
    }
  }
}
