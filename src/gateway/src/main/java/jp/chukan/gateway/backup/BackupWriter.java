package jp.chukan.gateway.backup;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import jp.chukan.contract.crypto.DocumentSigner;
import jp.chukan.gateway.backup.BackupManifest.Entry;
import jp.chukan.gateway.kernel.Sha256;
import org.springframework.util.StreamUtils;

/** Writes the content of a backup: a ZIP whose last entry is the signed list of all others. */
final class BackupWriter implements AutoCloseable {
  static final String MANIFEST = "manifest.p7m";

  private final ZipOutputStream zip;
  private final List<Entry> entries = new ArrayList<>();

  BackupWriter(OutputStream out) {
    this.zip = new ZipOutputStream(StreamUtils.nonClosing(out));
    zip.setLevel(Deflater.BEST_SPEED);
  }

  /** What writes the bytes of an entry. */
  @FunctionalInterface
  interface Content<X extends Exception> {
    void writeTo(OutputStream out) throws IOException, X;
  }

  <X extends Exception> void add(String name, Content<X> content) throws IOException, X {
    zip.putNextEntry(new ZipEntry(name));
    MessageDigest digest = Sha256.digest();
    var counted = new Counted(new DigestOutputStream(zip, digest));
    content.writeTo(counted);
    zip.closeEntry();
    entries.add(new Entry(name, counted.bytes, HexFormat.of().formatHex(digest.digest())));
  }

  /** Everything that was added so far. */
  List<Entry> entries() {
    return List.copyOf(entries);
  }

  /** Ends the archive with the manifest, signed. */
  void finish(BackupManifest manifest, DocumentSigner signer, ObjectMapper json)
      throws IOException {
    zip.putNextEntry(new ZipEntry(MANIFEST));
    zip.write(signer.sign(json.writeValueAsBytes(manifest)));
    zip.closeEntry();
    zip.finish();
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  private static final class Counted extends FilterOutputStream {
    private long bytes;

    Counted(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int one) throws IOException {
      out.write(one);
      bytes++;
    }

    @Override
    public void write(byte[] content, int offset, int length) throws IOException {
      out.write(content, offset, length);
      bytes += length;
    }
  }
}
