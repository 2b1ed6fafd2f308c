package jp.chukan.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ActiveBrokerTest {
  private static final int WHO_LOST_THEIRS = 17;

  private final Place first = new Place();
  private final Place second = new Place();
  private final ActiveBroker brokers = new ActiveBroker(List.of(first.factory(), second.factory()));

  /** Where a broker may be: how often somebody knocked, and whether there is one. */
  private static final class Place {
    private final AtomicInteger knocks = new AtomicInteger();
    private volatile boolean away;
    private volatile @Nullable CountDownLatch silence;

    private ConnectionFactory factory() {
      return fake(
          ConnectionFactory.class,
          () -> {
            knocks.incrementAndGet();
            var silent = silence;
            if (silent != null) {
              silent.await();
            }
            if (away) {
              throw new JMSException("nobody there");
            }
            return fake(Connection.class, () -> null);
          });
    }
  }

  @Test
  void theOneThatTookTheLastIsAskedFirst() throws JMSException {
    first.away = true;
    brokers.createConnection();
    brokers.createConnection();
    assertThat(first.knocks).hasValue(1);
    assertThat(second.knocks).hasValue(2);
  }

  @Test
  void whenAMachineIsGoneOneWaitsForItAndNotEachInTurn() throws Exception {
    var silence = new CountDownLatch(1);
    first.away = true;
    first.silence = silence;
    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Connection>> opened =
          IntStream.range(0, WHO_LOST_THEIRS)
              .mapToObj(caller -> callers.submit(() -> brokers.createConnection()))
              .toList();
      while (first.knocks.get() == 0) {
        Thread.onSpinWait();
      }
      silence.countDown();
      for (Future<Connection> each : opened) {
        assertThat(each.get()).isNotNull();
      }
    }
    assertThat(first.knocks).hasValue(1);
    assertThat(second.knocks).hasValue(WHO_LOST_THEIRS);
  }

  @Test
  void withoutABrokerItIsSaid() {
    first.away = true;
    second.away = true;
    assertThatThrownBy(brokers::createConnection)
        .isInstanceOf(JMSException.class)
        .hasMessage("no broker takes a connection");
  }

  /** What happens when anything is asked of it. */
  @FunctionalInterface
  private interface Deed {
    @Nullable Object done() throws Exception;
  }

  private static <T> T fake(Class<T> type, Deed deed) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(), new Class<?>[] {type}, (proxy, method, given) -> deed.done()));
  }
}
