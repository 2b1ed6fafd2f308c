package jp.chukan.command;

import java.nio.file.Path;
import java.util.List;

/** Where everything that exists at run time only is kept, as the start script says. */
public final class RunDirectory {
  private RunDirectory() {}

  /** Installation of the demo, apart from the one that is up. */
  static Path demo() {
    return path().resolve("demo");
  }

  /** Installation of the benchmarks. */
  public static Path bench() {
    return path().resolve("bench");
  }

  /** Installation of the drill in which machines die. */
  public static Path failover() {
    return path().resolve("failover");
  }

  /** Installation whose parts die. */
  public static Path faults() {
    return path().resolve("faults");
  }

  /** Every installation that this folder may hold. */
  static List<Path> installations() {
    return List.of(path(), demo(), bench(), failover(), faults());
  }

  /** The built applications, unpacked; all installations share them. */
  public static Path applications() {
    return path().resolve("app");
  }

  public static Path path() {
    return Path.of(System.getProperty("chukan.run", "run")).toAbsolutePath().normalize();
  }
}
