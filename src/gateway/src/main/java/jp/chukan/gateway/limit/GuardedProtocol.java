package jp.chukan.gateway.limit;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.AbstractProcessor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * HTTP as the container speaks it, which also closes connections whose TLS handshake or request
 * head takes too long as a whole. The container's own limit begins anew with each byte, so that a
 * few thousand connections of one peer could fill it for everybody.
 */
public final class GuardedProtocol extends Http11NioProtocol {
  private static final int EVERY_SECOND = 1;
  private static final int NOT_BEGUN = -1;

  /** Of open connections only; one thread at a time looks. */
  private final Map<SocketWrapperBase<NioChannel>, Long> shaking = new HashMap<>();

  private volatile @Nullable LimitSettings settings;
  private volatile @Nullable Refusals refusals;
  private volatile @Nullable Future<?> looks;

  /** Needs {@link #guard} before it starts; the container makes it by name. */
  public GuardedProtocol() {}

  /** Sets what peers are held to. */
  public void guard(LimitSettings held, Refusals counted) {
    settings = held;
    refusals = counted;
  }

  @Override
  public void start() throws Exception { // declared so by the container
    super.start();
    looks =
        getUtilityExecutor()
            .scheduleWithFixedDelay(this::look, EVERY_SECOND, EVERY_SECOND, TimeUnit.SECONDS);
  }

  @Override
  public void stop() throws Exception { // declared so by the container
    Future<?> running = looks;
    if (running != null) {
      running.cancel(false);
    }
    super.stop();
  }

  private void look() {
    LimitSettings held = settings;
    Refusals counted = refusals;
    if (held == null || counted == null) {
      return;
    }
    long now = System.nanoTime();
    Set<SocketWrapperBase<NioChannel>> open = getEndpoint().getConnections();
    shaking.keySet().retainAll(open);
    for (SocketWrapperBase<NioChannel> connection : open) {
      Owed owed = owed(connection, now);
      if (owed != null && now - owed.since() > held.headTime().toNanos()) {
        counted.cut(owed.part());
        connection.close();
      }
    }
  }

  /** What a peer has begun and not ended. */
  private record Owed(SlowPart part, long since) {}

  private @Nullable Owed owed(SocketWrapperBase<NioChannel> connection, long now) {
    NioChannel channel = connection.getSocket();
    if (channel != null && !channel.isHandshakeComplete()) {
      return new Owed(SlowPart.HANDSHAKE, shaking.computeIfAbsent(connection, each -> now));
    }
    shaking.remove(connection);
    // a connection has one between two events only while the head of a request is incomplete
    return connection.getCurrentProcessor() instanceof AbstractProcessor processor
            && processor.getRequest().getStartTimeNanos() != NOT_BEGUN
        ? new Owed(SlowPart.HEAD, processor.getRequest().getStartTimeNanos())
        : null;
  }
}
