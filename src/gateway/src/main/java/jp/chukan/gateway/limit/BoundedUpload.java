package jp.chukan.gateway.limit;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;

/** A file that is read as a stream, up to a limit. */
public final class BoundedUpload extends FilterInputStream {
  private static final int CHUNK = 8 << 10;

  private long left;

  /**
   * @param limit most bytes that are taken; reading on throws {@link InvalidInputException} with
   *     {@link ErrorCode#SYM_TOO_LARGE}
   */
  public BoundedUpload(InputStream source, long limit) {
    super(source);
    this.left = limit;
  }

  @Override
  public int read() throws IOException {
    int one = super.read();
    count(one < 0 ? 0 : 1);
    return one;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = super.read(buffer, offset, length);
    count(Math.max(read, 0));
    return read;
  }

  /** What is passed over counts as well. */
  @Override
  public long skip(long bytes) throws IOException {
    return readNBytes((int) Math.clamp(bytes, 0, CHUNK)).length;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void count(int read) {
    left -= read;
    if (left < 0) {
      throw InvalidInputException.of(ErrorCode.SYM_TOO_LARGE);
    }
  }
}
