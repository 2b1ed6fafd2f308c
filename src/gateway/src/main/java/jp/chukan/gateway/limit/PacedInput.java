package jp.chukan.gateway.limit;

import java.io.IOException;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/**
 * The body of a request, as long as its sender keeps the pace. It stands below the servlet API, so
 * that a form that the container reads by itself is held to it as well.
 */
final class PacedInput implements InputBuffer {
  private final InputBuffer source;
  private final Pace pace;
  private final Runnable cut;

  /**
   * @param cut ends the connection
   */
  PacedInput(InputBuffer source, Pace pace, Runnable cut) {
    this.source = source;
    this.pace = pace;
    this.cut = cut;
  }

  @Override
  public int doRead(ApplicationBufferHandler handler) throws IOException {
    long begun = pace.begin();
    int read = source.doRead(handler);
    if (!pace.keeps(begun, read)) {
      cut.run();
      throw new SlowPeerException();
    }
    return read;
  }

  @Override
  public int available() {
    return source.available();
  }
}
