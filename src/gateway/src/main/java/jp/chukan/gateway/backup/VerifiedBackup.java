package jp.chukan.gateway.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.crypto.ArchiveOpener;
import jp.chukan.contract.crypto.DocumentVerifier;
import jp.chukan.contract.crypto.RawSignedDocument;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.gateway.backup.BackupManifest.Entry;
import jp.chukan.gateway.kernel.Sha256;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StreamUtils;

/**
 * A backup that has been read to its end: it opens with a custodian's key, the platform signed what
 * it holds, and it holds just that.
 */
final class VerifiedBackup {
  private static final JsonMapper JSON =
      JsonMapper.builder().addModule(new JavaTimeModule()).build();

  private final Path file;
  private final ArchiveOpener opener;
  private final BackupManifest manifest;

  private VerifiedBackup(Path file, ArchiveOpener opener, BackupManifest manifest) {
    this.file = file;
    this.opener = opener;
    this.manifest = manifest;
  }

  /** Reads the entries one after the other. */
  @FunctionalInterface
  interface EntryReader {
    /**
     * @param content only to its end, and not closed
     */
    void read(Entry entry, InputStream content) throws IOException;
  }

  /**
   * Reads all of the file and believes nothing before its end.
   *
   * @param signer 「機関コード」 of the platform that must have made it
   * @throws InvalidInputException with {@link ErrorCode#SCM_ENVELOPE} when it is not for this key
   *     or not whole, with the codes of {@link DocumentVerifier} when somebody else made it, with
   *     {@link ErrorCode#SYM_BACKUP_CONTENT} when it holds something else than its list says
   */
  static VerifiedBackup verify(
      Path file, ArchiveOpener opener, DocumentVerifier verifier, InstitutionCode signer)
      throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      Unproven unproven = opener.open(in, VerifiedBackup::readAll);
      BackupManifest manifest =
          manifest(
              verifier
                  .verifyAsOf(unproven.signed(), signer, content -> manifest(content).takenAt())
                  .content());
      if (!manifest.entries().equals(unproven.entries())
          || !manifest.format().equals(BackupManifest.FORMAT)) {
        throw InvalidInputException.of(ErrorCode.SYM_BACKUP_CONTENT);
      }
      return new VerifiedBackup(file, opener, manifest);
    }
  }

  private record Unproven(List<Entry> entries, RawSignedDocument signed) {}

  private static Unproven readAll(InputStream content) throws IOException {
    List<Entry> entries = new ArrayList<>();
    var zip = new ZipInputStream(content);
    for (ZipEntry entry = next(zip); entry != null; entry = next(zip)) {
      if (entry.getName().equals(BackupWriter.MANIFEST)) {
        return new Unproven(entries, new RawSignedDocument(zip.readAllBytes()));
      }
      MessageDigest digest = Sha256.digest();
      long bytes = new DigestInputStream(zip, digest).transferTo(OutputStream.nullOutputStream());
      entries.add(new Entry(entry.getName(), bytes, HexFormat.of().formatHex(digest.digest())));
    }
    throw InvalidInputException.of(ErrorCode.SYM_BACKUP_CONTENT);
  }

  private static @Nullable ZipEntry next(ZipInputStream zip) throws IOException {
    try {
      return zip.getNextEntry();
    } catch (ZipException damaged) {
      throw InvalidInputException.of(ErrorCode.SYM_BACKUP_CONTENT);
    }
  }

  private static BackupManifest manifest(byte[] json) {
    try {
      return JSON.readValue(new String(json, UTF_8), BackupManifest.class);
    } catch (JacksonException e) {
      throw InvalidInputException.of(ErrorCode.SYM_BACKUP_CONTENT);
    }
  }

  BackupManifest manifest() {
    return manifest;
  }

  /** The moment to which it goes back. */
  Instant takenAt() {
    return manifest.takenAt();
  }

  /**
   * Reads the entries below a folder of the archive once more.
   *
   * @param folder of the archive, such as {@code keys}
   * @throws InvalidInputException when the file has changed since it was verified; nothing that the
   *     reader did may stand then
   */
  void read(String folder, EntryReader reader) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      opener.open(
          in,
          content -> {
            var zip = new ZipInputStream(content);
            for (Entry entry : manifest.entries()) {
              ZipEntry next = next(zip);
              if (next == null || !next.getName().equals(entry.name())) {
                throw InvalidInputException.of(ErrorCode.SYM_BACKUP_CONTENT);
              }
              if (entry.name().startsWith(folder + "/")) {
                reader.read(entry, StreamUtils.nonClosing(zip));
              }
            }
            return manifest;
          });
    }
  }
}
