package jp.chukan.gateway.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.crypto.ArchiveSealer;
import jp.chukan.contract.crypto.KeyFiles;
import jp.chukan.contract.crypto.RecipientCertificate;
import jp.chukan.contract.crypto.TrustAnchors;
import jp.chukan.contract.crypto.UnusableKeyFileException;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.gateway.kernel.Sha256;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The folder of the backups. A file in it is whole; what is unfinished has another name. */
@Component
class BackupFiles {
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("'chukan-'yyyyMMdd'T'HHmmssSSS'Z.backup'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private static final Pattern WHOLE = Pattern.compile("chukan-\\d{8}T\\d{9}Z\\.backup");
  private static final String UNFINISHED = ".unfinished";

  private final BackupSettings settings;
  private final TrustAnchors anchors;
  private final InstitutionCode platform;
  private final InstantSource clock;

  BackupFiles(
      BackupSettings settings,
      TrustAnchors anchors,
      @Value("${chukan.console.platform}") InstitutionCode platform,
      InstantSource clock) {
    this.settings = settings;
    this.anchors = anchors;
    this.platform = platform;
    this.clock = clock;
  }

  /**
   * A new file, to be finished or closed.
   *
   * @throws IOException also when a custodian's certificate cannot be used: nothing is written that
   *     the wrong people could open, or nobody
   */
  Unfinished begin(Instant takenAt) throws IOException {
    var folderIsPrivate =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    Files.createDirectories(settings.folder(), folderIsPrivate);
    return new Unfinished(settings.folder(), NAME.format(takenAt), recipients());
  }

  private List<RecipientCertificate> recipients() throws IOException {
    List<RecipientCertificate> recipients = new ArrayList<>();
    for (Path file : settings.recipients()) {
      try {
        for (X509Certificate certificate : KeyFiles.certificates(file)) {
          recipients.add(
              RecipientCertificate.verify(certificate.getEncoded(), platform, anchors, clock));
        }
      } catch (UnusableKeyFileException
          | InvalidInputException
          | CertificateEncodingException unsuitable) {
        throw new IOException("nobody is backed up to by this certificate: " + file, unsuitable);
      }
    }
    return recipients;
  }

  /** Names of the whole backups, the oldest first. */
  List<String> names() throws IOException {
    if (!Files.isDirectory(settings.folder())) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(settings.folder())) {
      return all.map(file -> file.getFileName().toString())
          .filter(name -> WHOLE.matcher(name).matches())
          .sorted(Comparator.naturalOrder())
          .toList();
    }
  }

  /** Removes all but the newest. */
  void removeOldest(int kept) throws IOException {
    List<String> names = names();
    for (String name : names.subList(0, Math.max(0, names.size() - kept))) {
      Files.deleteIfExists(settings.folder().resolve(name));
    }
  }

  /** One file that is being written; closed before it is finished, it goes. */
  static final class Unfinished implements AutoCloseable {
    private final Path file;
    private final Path whole;
    private final MessageDigest digest = Sha256.digest();
    private final OutputStream out;
    private final OutputStream sealed;
    private boolean finished;

    private Unfinished(Path folder, String name, List<RecipientCertificate> recipients)
        throws IOException {
      this.whole = folder.resolve(name);
      this.file = folder.resolve(name + UNFINISHED);
      Files.deleteIfExists(file);
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      this.out =
          new DigestOutputStream(new BufferedOutputStream(Files.newOutputStream(file)), digest);
      this.sealed = new ArchiveSealer(recipients, new SecureRandom()).seal(out);
    }

    String name() {
      return whole.getFileName().toString();
    }

    /** Where the content goes; encrypted before it is written. */
    OutputStream sealed() {
      return sealed;
    }

    /**
     * Puts the file in its place once it is on the disk.
     *
     * @return its size in bytes
     */
    long finish() throws IOException {
      sealed.close();
      out.close();
      try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(file, whole, StandardCopyOption.ATOMIC_MOVE);
      finished = true;
      return Files.size(whole);
    }

    /** Of the finished file, in hexadecimal digits. */
    String sha256() {
      return HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public void close() throws IOException {
      if (!finished) {
        out.close();
        Files.deleteIfExists(file);
      }
    }
  }
}
