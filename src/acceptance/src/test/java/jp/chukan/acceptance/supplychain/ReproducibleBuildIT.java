package jp.chukan.acceptance.supplychain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import jp.chukan.command.ProjectFolder;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("ビルド")
class ReproducibleBuildIT {
  private static final Set<String> NOT_SOURCES = Set.of("target", "run", ".git");

  @TempDir Path elsewhere;

  @Test // MS-97
  @DisplayName("同じソースを別の場所でビルドしても、同じバイト列になる")
  void makesTheSameBytesInAnotherPlace() throws IOException, InterruptedException {
    copy(ProjectFolder.path(), elsewhere);
    build(elsewhere);

    for (String module : BuiltPrograms.MODULES) {
      Path here = BuiltPrograms.jar(module);
      Path there = BuiltPrograms.jar(elsewhere, module);

      assertThat(BuiltPrograms.contents(there)).isEqualTo(BuiltPrograms.contents(here));
      assertThat(there).hasSameBinaryContentAs(here);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            if (NOT_SOURCES.contains(folder.getFileName().toString())) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            Files.createDirectories(to.resolve(from.relativize(folder)));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.copy(file, to.resolve(from.relativize(file)));
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private static void build(Path project) throws IOException, InterruptedException {
    Path log = project.resolve("build.log");
    Process build =
        new ProcessBuilder(
                "mvn",
                "-B",
                "-q",
                "-pl",
                String.join(",", BuiltPrograms.MODULES),
                "-am",
                "-DskipTests",
                "-Dspotless.check.skip=true",
                "package")
            .directory(project.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    assertThat(build.waitFor()).as(() -> read(log)).isZero();
  }

  private static String read(Path log) {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      return "no log";
    }
  }
}
