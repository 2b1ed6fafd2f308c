package jp.chukan.gateway.limit;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;

/** The answer, as long as its reader keeps the pace; in pieces, so that it is seen in time. */
final class PacedOutput extends ServletOutputStream {
  private static final int PIECE = 8 << 10;

  private final ServletOutputStream target;
  private final Pace pace;
  private final Runnable cut;

  /**
   * @param cut ends the connection
   */
  PacedOutput(ServletOutputStream target, Pace pace, Runnable cut) {
    this.target = target;
    this.pace = pace;
    this.cut = cut;
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    for (int done = 0; done < length; done += PIECE) {
      int piece = Math.min(PIECE, length - done);
      long begun = pace.begin();
      target.write(bytes, offset + done, piece);
      require(begun, piece);
    }
  }

  @Override
  public void flush() throws IOException {
    long begun = pace.begin();
    target.flush();
    require(begun, 0);
  }

  private void require(long begun, int moved) throws IOException {
    if (!pace.keeps(begun, moved)) {
      cut.run();
      throw new SlowPeerException();
    }
  }

  @Override
  public boolean isReady() {
    return target.isReady();
  }

  @Override
  public void setWriteListener(WriteListener listener) {
    throw new IllegalStateException("answers are written as they come");
  }

  @Override
  public void close() throws IOException {
    target.close();
  }
}
