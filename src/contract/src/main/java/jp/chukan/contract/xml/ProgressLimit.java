package jp.chukan.contract.xml;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Stops a parser that reads on without coming to the next event: a name, an attribute, a comment or
 * a document type of many megabytes would otherwise lie in memory whole.
 */
final class ProgressLimit extends FilterInputStream {
  private final long total;
  private final int step;
  private long read;
  private long readAtLastEvent;

  ProgressLimit(InputStream in, long total, int step) {
    super(in);
    this.total = total;
    this.step = step;
  }

  /** The parser came to an event. */
  void advance() {
    readAtLastEvent = read;
  }

  @Override
  public int read() throws IOException {
    int one = super.read();
    count(one < 0 ? -1 : 1);
    return one;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int count = super.read(buffer, offset, length);
    count(count);
    return count;
  }

  private void count(int count) throws IOException {
    read += Math.max(count, 0);
    if (read > total || read - readAtLastEvent > step) {
      throw new TooLarge();
    }
  }

  /** Thrown through the parser and turned into a refusal by {@link SecureXml}. */
  static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1L;
  }
}
