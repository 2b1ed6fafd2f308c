package jp.chukan.command.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ClassCacheTest {
  private static final String OUTPUT = "-XX:AOTCacheOutput=";

  @TempDir Path folder;

  @BeforeEach
  void needsJdk25() {
    assumeThat(Runtime.version().feature()).isGreaterThanOrEqualTo(25);
  }

  @Test
  void aRunThatMayNotMakeItKeepsTheLoadedClassesAlone() {
    var cache = ClassCache.in(folder, false);
    assertThat(cache.isMadeAtEnd()).isFalse();
    assertThat(cache.flags()).contains("-XX:SharedArchiveFile=" + folder.resolve("classes.jsa"));
  }

  @Test
  void theFirstRunMakesItAndLaterOnesUseIt() throws IOException {
    var first = ClassCache.in(folder, true);
    assertThat(first.isMadeAtEnd()).isTrue();
    Files.createFile(draft(first));
    first.keep();

    for (boolean making : new boolean[] {true, false}) {
      var later = ClassCache.in(folder, making);
      assertThat(later.isMadeAtEnd()).isFalse();
      assertThat(later.flags()).contains("-XX:AOTCache=" + folder.resolve("classes.aot"));
    }
  }

  @Test
  void whatARunLeftThatWasKilledIsNeverUsed() throws IOException {
    var killed = ClassCache.in(folder, true);
    var left = Files.createFile(draft(killed));
    assertThat(ClassCache.in(folder, true).isMadeAtEnd()).isTrue();

    Files.setLastModifiedTime(left, FileTime.from(Instant.now().minusSeconds(7_200)));
    var next = ClassCache.in(folder, true);
    Files.createFile(draft(next));
    next.keep();
    assertThat(left).doesNotExist();
    assertThat(folder.resolve("classes.aot")).exists();
  }

  @Test
  void aRunThatMadeNothingHasNothingToKeep() {
    ClassCache.in(folder, true).keep();
    assertThat(folder).isEmptyDirectory();
  }

  private static Path draft(ClassCache cache) {
    return cache.flags().stream()
        .filter(flag -> flag.startsWith(OUTPUT))
        .map(flag -> Path.of(flag.substring(OUTPUT.length())))
        .findFirst()
        .orElseThrow();
  }
}
