package jp.chukan.gateway.reconciliation;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import jp.chukan.gateway.kernel.Sha256;
import jp.chukan.gateway.limit.BoundedUpload;

/** A file of the register while it is read: hashed, and never more of it than the limit. */
final class RegisterContent extends FilterInputStream {
  private final MessageDigest digest = Sha256.digest();
  private int last = -1;

  RegisterContent(InputStream content, long largest) {
    super(new BoundedUpload(content, largest));
  }

  /** SHA-256 of what was read. */
  byte[] hash() {
    return digest.digest();
  }

  /** Whether what was read ends with the end of a line. */
  boolean endsALine() {
    return last == '\n';
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int most) throws IOException {
    int taken = super.read(target, offset, most);
    if (taken > 0) {
      digest.update(target, offset, taken);
      last = target[offset + taken - 1];
    }
    return taken;
  }

  @Override
  public long skip(long bytes) throws IOException {
    return readNBytes((int) Math.min(bytes, 8_192)).length;
  }

  /** The file is the caller's to close. */
  @Override
  public void close() {}
}
