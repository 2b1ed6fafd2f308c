package jp.chukan.command.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Disks of their own for the database and for the journal of the broker, where that is possible.
 */
final class Disks implements AutoCloseable {
  /** What lies on a disk of its own. */
  enum Content {
    DATABASE("postgres", 1L << 30),
    JOURNAL("broker", 512L << 20);

    private final String folder;
    private final long bytes;

    Content(String folder, long bytes) {
      this.folder = folder;
      this.bytes = bytes;
    }
  }

  private final Map<Content, Disk> mounted = new EnumMap<>(Content.class);
  private String whyNot = "";

  private Disks() {}

  /** No disks: nobody is going to fill one. */
  static Disks none() {
    return new Disks();
  }

  /**
   * Mounts them into a run directory before anything is in it.
   *
   * @param images folder of the files that hold them
   */
  static Disks mount(Path runDirectory, Path images) throws IOException {
    var disks = new Disks();
    try {
      for (var content : Content.values()) {
        disks.mounted.put(
            content,
            Disk.mount(
                runDirectory.resolve(content.folder),
                images.resolve(content.folder + ".ext4"),
                content.bytes));
      }
    } catch (IOException impossible) {
      disks.whyNot = String.valueOf(impossible.getMessage());
      disks.close();
    }
    return disks;
  }

  /** Takes away what a run that was killed has left mounted. */
  static void unmountLeftovers(Path runDirectory) throws IOException {
    for (var content : Content.values()) {
      Disk.unmountLeftover(runDirectory.resolve(content.folder));
    }
  }

  /** Why there is no such disk; empty when there is one. */
  Optional<String> impossible(Content content) {
    return mounted.containsKey(content)
        ? Optional.empty()
        : Optional.of("no disk of its own: " + whyNot);
  }

  Disk of(Content content) {
    return Objects.requireNonNull(mounted.get(content), "no such disk");
  }

  @Override
  public void close() throws IOException {
    for (var disk : mounted.values()) {
      disk.close();
    }
    mounted.clear();
  }
}
