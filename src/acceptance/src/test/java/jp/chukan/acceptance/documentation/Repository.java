package jp.chukan.acceptance.documentation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The checked-out tree, as files. */
final class Repository {
  private static final Path ROOT = findRoot();

  private Repository() {}

  private static Path findRoot() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isRegularFile(folder.resolve("chukan"))
        || !Files.isDirectory(folder.resolve("routes"))) {
      folder = folder.getParent();
      if (folder == null) {
        throw new IllegalStateException("not inside the repository");
      }
    }
    return folder;
  }

  static Path path(String relative) {
    return ROOT.resolve(relative);
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every Java file below a {@code src/<kind>/java} folder of the modules, in a fixed order. */
  static List<Path> javaFiles(String kind) {
    try (Stream<Path> files =
        Stream.concat(Files.walk(path("src")), Files.walk(path("mock-network")))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> file.toString().contains("src/" + kind + "/java"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Either holds a generated document against what it should be, or, with {@code
   * -Dchukan.write-documents=true}, writes it.
   *
   * @return what the file holds
   */
  static String generated(String relative, String expected) {
    try {
      if (Boolean.getBoolean("chukan.write-documents")) {
        Files.writeString(path(relative), expected);
      }
      return Files.readString(path(relative));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
