package jp.chukan.acceptance.supplychain;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import jp.chukan.command.ProjectFolder;

/** The jars of the programs, as the build left them. */
final class BuiltPrograms {
  /** Their modules. */
  static final String[] MODULES = {"src/gateway", "mock-network", "src/peer"};

  private static final String LIBRARIES = "BOOT-INF/lib/";

  private BuiltPrograms() {}

  static Path jar(String module) throws IOException {
    return jar(ProjectFolder.path(), module);
  }

  static Path jar(Path project, String module) throws IOException {
    try (var jars =
        Files.newDirectoryStream(project.resolve(module).resolve("target"), "*-application.jar")) {
      return jars.iterator().next();
    }
  }

  /** Every file in a jar with its SHA-256, so that a difference has a name. */
  static Map<String, String> contents(Path jar) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (JarFile file = new JarFile(jar.toFile())) {
      for (var entries = file.entries(); entries.hasMoreElements(); ) {
        var entry = entries.nextElement();
        if (!entry.isDirectory()) {
          contents.put(entry.getName(), sha256(file.getInputStream(entry)));
        }
      }
    }
    return contents;
  }

  /** Name and SHA-256 of each library in it that is not a part of this project. */
  static Map<String, String> libraries(Path jar) throws IOException {
    Map<String, String> libraries = new TreeMap<>();
    contents(jar)
        .forEach(
            (name, digest) -> {
              if (name.startsWith(LIBRARIES) && !name.startsWith(LIBRARIES + "chukan-")) {
                libraries.put(name.substring(LIBRARIES.length()), digest);
              }
            });
    return libraries;
  }

  static String sha256(InputStream content) throws IOException {
    try (DigestInputStream digested =
        new DigestInputStream(content, MessageDigest.getInstance("SHA-256"))) {
      digested.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(digested.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
