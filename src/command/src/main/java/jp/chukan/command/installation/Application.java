package jp.chukan.command.installation;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * A built application, unpacked: a folder of jars starts quicker than a jar of jars, and the JVM
 * can keep its loaded classes beside it.
 *
 * @param jar the application's own jar, its libraries in {@code lib/} beside it
 */
record Application(Path jar) {
  /** What an older build left may still be running, so a few stay. */
  private static final int KEPT = 3;

  /** Enough to tell builds apart, in a name that people can read. */
  private static final int DIGEST_BYTES = 8;

  /** Unpacks the module's built jar into the folder unless this very build is there already. */
  static Application unpack(Path module, String name, Path applications) {
    var built = builtJar(module);
    try {
      // its time says nothing: the same sources make the same jar, with the same time in it
      var folder = applications.resolve(name + "-" + digest(built));
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(applications);
        extract(built, name, folder);
        removeOlder(applications, name);
      }
      return new Application(folder.resolve(name + ".jar"));
    } catch (IOException e) {
      throw new InstallationException("cannot unpack " + built + ": " + e.getMessage(), e);
    }
  }

  /**
   * What the JVM keeps of its classes, for one start.
   *
   * @param making whether the end of this run may take long to make it
   */
  ClassCache classes(boolean making) {
    return ClassCache.in(jar.resolveSibling(""), making);
  }

  private static String digest(Path jar) throws IOException {
    try (var content =
        new DigestInputStream(Files.newInputStream(jar), MessageDigest.getInstance("SHA-256"))) {
      content.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(content.getMessageDigest().digest(), 0, DIGEST_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static Path builtJar(Path module) {
    try (var jars = Files.newDirectoryStream(module.resolve("target"), "*-application.jar")) {
      for (var jar : jars) {
        return jar;
      }
    } catch (IOException e) {
      throw new InstallationException("nothing is built in " + module, e);
    }
    throw new InstallationException("nothing is built in " + module);
  }

  private static void extract(Path built, String name, Path folder) throws IOException {
    var unfinished = Files.createTempDirectory(folder.getParent(), name);
    var extraction =
        new ProcessBuilder(
                JavaLauncher.executable().toString(),
                "-Djarmode=tools",
                "-jar",
                built.toString(),
                "extract",
                "--force",
                "--destination",
                unfinished.toString(),
                "--application-filename",
                name + ".jar")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      if (extraction.waitFor() != 0) {
        throw new IOException("extraction ended with " + extraction.exitValue());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
    try {
      Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      Folders.delete(unfinished);
      if (!Files.isDirectory(folder)) {
        throw e;
      }
    }
  }

  private static void removeOlder(Path applications, String name) throws IOException {
    List<Path> builds;
    try (Stream<Path> all = Files.list(applications)) {
      builds =
          all.filter(folder -> folder.getFileName().toString().startsWith(name + "-"))
              .sorted(Comparator.comparingLong(Application::age))
              .toList();
    }
    for (var build : builds.subList(Math.min(KEPT, builds.size()), builds.size())) {
      Folders.delete(build);
    }
  }

  private static long age(Path folder) {
    return -folder.toFile().lastModified();
  }
}
