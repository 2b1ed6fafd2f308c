package jp.chukan.gateway.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.activemq.artemis.core.journal.impl.JournalFile;
import org.apache.activemq.artemis.core.journal.impl.JournalImpl;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.springframework.util.FileSystemUtils;

/**
 * The files of the embedded broker as they were at one moment. While it is taken, for some
 * milliseconds, nothing is confirmed to senders and consumers; then they go on, and the files that
 * belong to the moment are kept from being used again until they have been read.
 *
 * <p>A queue and the database that agree to the moment are what a power cut leaves behind, and what
 * the flows go on from: what was sent twice is removed by its duplicate id, what was taken twice by
 * its number.
 */
final class BrokerImage implements AutoCloseable {
  private final List<JournalImpl> journals;
  private final Path links;
  private final List<BrokerFile> files = new ArrayList<>();
  private long frozenNanos;

  private BrokerImage(List<JournalImpl> journals, Path links) {
    this.journals = journals;
    this.links = links;
  }

  /** What is to happen at the very moment of the image. */
  @FunctionalInterface
  interface Moment<X extends Exception> {
    void now() throws X;
  }

  /**
   * One file of the image.
   *
   * @param name below the folder of the broker
   * @param path where its bytes are
   * @param bytes how many of them belong to the image
   * @param content the bytes themselves where the file is still written to, otherwise empty
   */
  private record BrokerFile(String name, Path path, long bytes, byte[] content) {}

  /**
   * Takes the image.
   *
   * @param moment called while the broker confirms nothing
   */
  static <X extends Exception> BrokerImage take(ActiveMQServer broker, Moment<X> moment)
      throws IOException, X {
    var storage = broker.getStorageManager();
    List<JournalImpl> journals =
        Stream.of(storage.getMessageJournal(), storage.getBindingsJournal())
            .map(JournalImpl.class::cast)
            .toList();
    Path root =
        Objects.requireNonNull(broker.getConfiguration().getJournalLocation().toPath().getParent());
    var image = new BrokerImage(journals, root.resolve("backup"));
    var complete = false;
    try {
      image.keepFiles();
      image.freeze(broker, root, moment);
      complete = true;
      return image;
    } finally {
      if (!complete) {
        image.close();
      }
    }
  }

  /** Files of the journals are used again once all in them is done: not while they are read. */
  private void keepFiles() throws IOException {
    FileSystemUtils.deleteRecursively(links);
    try {
      for (JournalImpl journal : journals) {
        journal.setAutoReclaim(false);
        journal.flush();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private <X extends Exception> void freeze(ActiveMQServer broker, Path root, Moment<X> moment)
      throws IOException, X {
    long started = System.nanoTime();
    journals.forEach(JournalImpl::synchronizationLock);
    try {
      // what was confirmed before the moment is in the files that are looked at after it
      moment.now();
      for (JournalImpl journal : journals) {
        add(root, journal);
      }
      link(root, broker.getConfiguration().getPagingLocation().toPath());
      link(root, broker.getConfiguration().getLargeMessagesLocation().toPath());
    } finally {
      journals.forEach(JournalImpl::synchronizationUnlock);
      frozenNanos = System.nanoTime() - started;
    }
  }

  private void add(Path root, JournalImpl journal) throws IOException {
    for (JournalFile file : journal.getDataFiles()) {
      Path path = file.getFile().getJavaFile().toPath();
      files.add(new BrokerFile(name(root, path), path, Files.size(path), new byte[0]));
    }
    Path current = journal.getCurrentFile().getFile().getJavaFile().toPath();
    byte[] content = Files.readAllBytes(current);
    files.add(new BrokerFile(name(root, current), current, content.length, content));
  }

  /** Pages and large messages only grow, and go as a whole: a second name keeps them. */
  private void link(Path root, Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> below = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) below.filter(Files::isRegularFile)::iterator) {
        Path link = links.resolve(name(root, file));
        Files.createDirectories(link.getParent());
        Files.createLink(link, file);
        files.add(new BrokerFile(name(root, file), link, Files.size(link), new byte[0]));
      }
    }
  }

  private static String name(Path root, Path file) {
    return root.relativize(file).toString();
  }

  /** How long nothing was confirmed, in nanoseconds. */
  long frozenNanos() {
    return frozenNanos;
  }

  /** Names of the files, below the folder of the broker. */
  List<String> names() {
    return files.stream().map(BrokerFile::name).toList();
  }

  /**
   * Writes one file of the image.
   *
   * @throws IOException also when the broker used the file for something else meanwhile
   */
  void copy(String name, OutputStream out) throws IOException {
    BrokerFile file =
        files.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
    if (file.content().length > 0) {
      out.write(file.content());
      return;
    }
    try (InputStream in = Files.newInputStream(file.path())) {
      byte[] buffer = new byte[1 << 16];
      long left = file.bytes();
      while (left > 0) {
        int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
        if (read < 0) {
          throw new IOException("a file of the broker became shorter");
        }
        out.write(buffer, 0, read);
        left -= read;
      }
    }
    requireKept(file);
  }

  private void requireKept(BrokerFile file) throws IOException {
    boolean ofJournal =
        journals.stream()
            .flatMap(journal -> Arrays.stream(journal.getDataFiles()))
            .anyMatch(data -> data.getFile().getJavaFile().toPath().equals(file.path()));
    if (!ofJournal && !file.path().startsWith(links)) {
      throw new IOException("the broker used a file of its journal again");
    }
  }

  @Override
  public void close() throws IOException {
    journals.forEach(journal -> journal.setAutoReclaim(true));
    FileSystemUtils.deleteRecursively(links);
  }
}
