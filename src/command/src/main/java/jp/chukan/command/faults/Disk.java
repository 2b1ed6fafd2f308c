package jp.chukan.command.faults;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import jp.chukan.command.installation.Waiting;

/**
 * A small disk of its own (ext4 in a file, mounted by loop) for what one part writes, so that it
 * can be full without the machine being full. Needs Linux and root.
 */
final class Disk implements AutoCloseable {
  private static final int[] PIECES = {1 << 20, 1 << 12};
  private static final String BALLAST = "ballast";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Path folder;

  private Disk(Path folder) {
    this.folder = folder;
  }

  /**
   * Makes a disk and mounts it.
   *
   * @param folder becomes its root, empty
   * @param image file that holds it
   * @param bytes how much fits, roughly
   * @throws IOException says why this machine does not allow it
   */
  static Disk mount(Path folder, Path image, long bytes) throws IOException {
    Files.createDirectories(folder);
    Files.createDirectories(image.getParent());
    try (var file = new RandomAccessFile(image.toFile(), "rw")) {
      file.setLength(bytes);
    }
    run("mkfs.ext4", "-q", "-F", "-m", "0", image.toString());
    run("mount", "-o", "loop", image.toString(), folder.toString());
    Files.deleteIfExists(folder.resolve("lost+found"));
    return new Disk(folder);
  }

  /** Takes away what an earlier run that was killed has left mounted here. */
  static void unmountLeftover(Path folder) throws IOException {
    var mounts = Path.of("/proc/mounts");
    if (Files.isReadable(mounts)
        && Files.readAllLines(mounts).stream()
            .anyMatch(line -> line.split(" ")[1].equals(folder.toString()))) {
      run("umount", folder.toString());
    }
  }

  /** Leaves not a byte. */
  void fill() throws IOException {
    for (int piece : PIECES) {
      try (var ballast =
          FileChannel.open(
              folder.resolve(BALLAST),
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE,
              StandardOpenOption.APPEND)) {
        var zeros = ByteBuffer.allocate(piece);
        while (true) {
          ballast.write(zeros.clear());
        }
      } catch (IOException full) {
        if (Files.getFileStore(folder).getUsableSpace() > PIECES[0]) {
          throw full;
        }
      }
    }
  }

  /** Gives back what {@link #fill} took. */
  void free() throws IOException {
    Files.deleteIfExists(folder.resolve(BALLAST));
  }

  /** Waits until the last process that wrote there has let go of it. */
  @Override
  public void close() throws IOException {
    if (!Waiting.until(PATIENCE, this::isUnmounted)) {
      throw new IOException("cannot unmount " + folder);
    }
  }

  private boolean isUnmounted() {
    try {
      run("umount", folder.toString());
      return true;
    } catch (IOException busy) {
      return false;
    }
  }

  private static void run(String... command) throws IOException {
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    try {
      if (process.waitFor() != 0) {
        throw new IOException(command[0] + ": " + said);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
