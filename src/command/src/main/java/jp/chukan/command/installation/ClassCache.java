package jp.chukan.command.installation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What the JVM keeps of one run of an application for the next: its classes, loaded and linked, and
 * what it learnt of its methods (JEP 514, JEP 515). It takes half a minute to make, at the end of a
 * run that is to make it; every later start uses it. Until then, and with a JDK before 25, the
 * loaded classes alone are kept, which costs little.
 */
final class ClassCache {
  private static final int AHEAD_OF_TIME = 25;
  private static final String DRAFT = "classes-";

  /** Nobody writes a draft for so long. */
  private static final Duration FORGOTTEN = Duration.ofHours(1);

  private final Path folder;
  private final Path cache;
  private final Path draft;
  private final boolean madeBefore;
  private final boolean made;

  private ClassCache(Path folder, boolean making) {
    this.folder = folder;
    this.cache = folder.resolve("classes.aot");
    this.draft = folder.resolve(DRAFT + UUID.randomUUID() + ".aot");
    boolean possible = Runtime.version().feature() >= AHEAD_OF_TIME;
    this.madeBefore = possible && Files.isRegularFile(cache);
    this.made = possible && making && !madeBefore;
  }

  /**
   * For one start of an application that is unpacked there.
   *
   * @param making whether this run may make it
   */
  static ClassCache in(Path folder, boolean making) {
    return new ClassCache(folder, making);
  }

  /** Flags of the JVM for this start. */
  List<String> flags() {
    var flags = new ArrayList<String>();
    // what cannot be kept, or is of another JVM, is left aside without a word
    if (madeBefore || made) {
      flags.add(madeBefore ? "-XX:AOTCache=" + cache : "-XX:AOTCacheOutput=" + draft);
      flags.add("-Xlog:aot*=off");
    } else {
      flags.add("-XX:+AutoCreateSharedArchive");
      flags.add("-XX:SharedArchiveFile=" + folder.resolve("classes.jsa"));
    }
    flags.add("-Xlog:cds*=off");
    return flags;
  }

  /** Whether the end of this run makes it. */
  boolean isMadeAtEnd() {
    return made;
  }

  /** After the end in good order: what it made is whole, and everybody may use it from now on. */
  void keep() {
    if (!made || !Files.isRegularFile(draft)) {
      return;
    }
    try {
      Files.move(draft, cache, StandardCopyOption.ATOMIC_MOVE);
      removeForgotten();
    } catch (IOException e) {
      throw new InstallationException("cannot keep loaded classes: " + e.getMessage(), e);
    }
  }

  /** Drafts of runs that did not end in good order. */
  private void removeForgotten() throws IOException {
    var limit = Files.getLastModifiedTime(cache).toInstant().minus(FORGOTTEN);
    try (var drafts = Files.newDirectoryStream(folder, DRAFT + "*")) {
      for (var each : drafts) {
        if (Files.getLastModifiedTime(each).toInstant().isBefore(limit)) {
          Files.deleteIfExists(each);
        }
      }
    }
  }
}
