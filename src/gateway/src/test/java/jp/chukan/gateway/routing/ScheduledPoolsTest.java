package jp.chukan.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import org.apache.camel.spi.ThreadPoolProfile;
import org.junit.jupiter.api.Test;

class ScheduledPoolsTest {
  private final ScheduledPools pools = new ScheduledPools();
  private final ThreadFactory virtual = Thread.ofVirtual().factory();

  @Test
  void poolWithoutThreadsOfItsOwnKeepsOne() {
    assertThat(kept(new ThreadPoolProfile("none"))).isEqualTo(1);
    assertThat(kept(sized(0))).isEqualTo(1);
  }

  @Test
  void poolKeepsAsManyThreadsAsItsProfileSays() {
    assertThat(kept(sized(3))).isEqualTo(3);
  }

  private static ThreadPoolProfile sized(int threads) {
    var profile = new ThreadPoolProfile("sized");
    profile.setPoolSize(threads);
    return profile;
  }

  private int kept(ThreadPoolProfile profile) {
    try (var pool = pools.newScheduledThreadPool(profile, virtual)) {
      return ((ScheduledThreadPoolExecutor) pool).getCorePoolSize();
    }
  }
}
