package jp.chukan.gateway.routing;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import org.apache.camel.spi.ThreadPoolProfile;
import org.apache.camel.support.DefaultThreadPoolFactory;

/**
 * Threads of the routes that look at something regularly. Camel makes such a pool of virtual
 * threads without a thread of its own, and a pool like that looks for work a hundred times a second
 * (JDK-8129861). Here each keeps at least one, which sleeps until its time comes.
 */
final class ScheduledPools extends DefaultThreadPoolFactory {

  @Override
  public ScheduledExecutorService newScheduledThreadPool(
      ThreadPoolProfile profile, ThreadFactory threads) {
    int kept = profile.getPoolSize() == null ? 1 : Math.max(1, profile.getPoolSize());
    return Executors.newScheduledThreadPool(kept, threads);
  }
}
