package jp.chukan.command;

import java.nio.file.Path;

/** Where everything that exists at run time only is kept, as the start script says. */
public final class RunDirectory {
  private RunDirectory() {}

  public static Path path() {
    return Path.of(System.getProperty("chukan.run", "run")).toAbsolutePath().normalize();
  }
}
