package jp.chukan.gateway.limit;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.jspecify.annotations.Nullable;

/**
 * Holds whoever sends to a pace, at every port (JN-05): the time limit of the container is for one
 * read only, and a byte every few seconds would keep a place for days.
 */
final class PaceValve extends ValveBase {
  /** By which a filter finds what ends the connection. */
  static final String CUT = PaceValve.class.getName() + ".cut";

  private final LimitSettings settings;
  private final Refusals refusals;

  PaceValve(LimitSettings settings, Refusals refusals) {
    super(true);
    this.settings = settings;
    this.refusals = refusals;
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    org.apache.coyote.Request wire = request.getCoyoteRequest();
    InputBuffer source = wire.getInputBuffer();
    Pace pace = new Pace(settings, System::nanoTime);
    PacedInput paced = new PacedInput(source, pace, () -> cut(wire, SlowPart.BODY));
    wire.setInputBuffer(paced);
    request.setAttribute(CUT, (Runnable) () -> cut(wire, SlowPart.ANSWER));
    try {
      getNext().invoke(request, response);
      if (!isOver(wire)) {
        // who was answered early hears it first
        response.finishResponse();
        drain(wire, paced);
      }
    } finally {
      wire.setInputBuffer(source);
    }
  }

  /** Whether nothing more is to come, or nothing more is waited for. */
  private static boolean isOver(org.apache.coyote.Request wire) {
    AtomicBoolean failed = new AtomicBoolean();
    wire.action(ActionCode.IS_ERROR, failed);
    return failed.get() || wire.hasExpectation() || wire.isFinished();
  }

  /** What the container would do without a limit of time: reads what nobody asked for. */
  private static void drain(org.apache.coyote.Request wire, PacedInput paced) {
    Unread unread = new Unread();
    try {
      while (paced.doRead(unread) >= 0) {
        unread.setByteBuffer(null);
      }
    } catch (IOException gone) {
      wire.action(ActionCode.CLOSE_NOW, gone);
    }
  }

  private void cut(org.apache.coyote.Request wire, SlowPart part) {
    refusals.cut(part);
    wire.action(ActionCode.CLOSE_NOW, new SlowPeerException());
  }

  /** Where what nobody reads goes. */
  private static final class Unread implements ApplicationBufferHandler {
    private @Nullable ByteBuffer bytes;

    @Override
    public void setByteBuffer(@Nullable ByteBuffer buffer) {
      bytes = buffer;
    }

    @Override
    public @Nullable ByteBuffer getByteBuffer() {
      return bytes;
    }

    @Override
    public void expand(int size) {
      // nothing is kept
    }
  }
}
