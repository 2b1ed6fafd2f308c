package jp.chukan.command;

import java.nio.file.Files;
import java.nio.file.Path;
import jp.chukan.command.installation.InstallationException;

/**
 * Where the project lies: the start script says it; a test runs somewhere below the same folder.
 */
public final class ProjectFolder {
  private ProjectFolder() {}

  /**
   * @throws InstallationException when it is nowhere above the current directory
   */
  public static Path path() {
    var stated = System.getProperty("chukan.home");
    if (stated != null) {
      return Path.of(stated);
    }
    var folder = Path.of("").toAbsolutePath();
    while (folder != null && !Files.isRegularFile(folder.resolve("chukan"))) {
      folder = folder.getParent();
    }
    if (folder == null) {
      throw new InstallationException("the repository is not above the current directory");
    }
    return folder;
  }
}
