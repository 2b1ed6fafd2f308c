package jp.chukan.gateway.testing;

import com.github.tomakehurst.wiremock.http.trafficlistener.WiremockNetworkTrafficListener;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the connections that a server of a test was asked for. */
public final class CountedConnections implements WiremockNetworkTrafficListener {
  private final AtomicInteger opened = new AtomicInteger();

  public int opened() {
    return opened.get();
  }

  @Override
  public void opened(Socket socket) {
    opened.incrementAndGet();
  }

  @Override
  public void incoming(Socket socket, ByteBuffer bytes) {
    // what is said is the business of the tests
  }

  @Override
  public void outgoing(Socket socket, ByteBuffer bytes) {
    // as above
  }

  @Override
  public void closed(Socket socket) {
    // counted when they begin
  }
}
