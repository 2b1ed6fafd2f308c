package jp.chukan.gateway.routing;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Connections to whichever of several brokers is active. The one that took the last connection is
 * asked first: Artemis' own list begins anywhere and holds everybody up while it waits for a broker
 * that does not listen.
 *
 * <p>One at a time looks for it, and whoever waited goes where the last one was taken. When a
 * machine is gone all connections break at once, and each would otherwise wait for it in its turn.
 */
final class ActiveBroker implements ConnectionFactory {
  /** Longer than a look at each of a pair that is gone. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final List<ConnectionFactory> brokers;
  private final ReentrantLock looking = new ReentrantLock();

  /** Guarded by the lock. */
  private int active;

  /**
   * @param brokers each for one broker; at least one
   */
  ActiveBroker(List<ConnectionFactory> brokers) {
    this.brokers = List.copyOf(brokers);
  }

  /** What is opened at a broker. */
  private interface Opening<T> {
    T at(ConnectionFactory broker) throws JMSException;
  }

  private <T> T open(Opening<T> opening) throws JMSException {
    try {
      if (!looking.tryLock(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw new JMSException("no broker has taken a connection for " + PATIENCE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new JMSException("nobody waits for the connection any more");
    }
    try {
      return look(opening);
    } finally {
      looking.unlock();
    }
  }

  private <T> T look(Opening<T> opening) throws JMSException {
    int first = active;
    JMSException refused = new JMSException("no broker takes a connection");
    for (int step = 0; step < brokers.size(); step++) {
      int index = (first + step) % brokers.size();
      try {
        T opened = opening.at(brokers.get(index));
        active = index;
        return opened;
      } catch (JMSException | JMSRuntimeException e) {
        refused.addSuppressed(e);
      }
    }
    throw refused;
  }

  private JMSContext context(Opening<JMSContext> opening) {
    try {
      return open(opening);
    } catch (JMSException e) {
      throw new JMSRuntimeException(e.getMessage(), e.getErrorCode(), e);
    }
  }

  @Override
  public Connection createConnection() throws JMSException {
    return open(ConnectionFactory::createConnection);
  }

  @Override
  public Connection createConnection(@Nullable String user, @Nullable String password)
      throws JMSException {
    return open(broker -> broker.createConnection(user, password));
  }

  @Override
  public JMSContext createContext() {
    return context(ConnectionFactory::createContext);
  }

  @Override
  public JMSContext createContext(int sessionMode) {
    return context(broker -> broker.createContext(sessionMode));
  }

  @Override
  public JMSContext createContext(@Nullable String user, @Nullable String password) {
    return context(broker -> broker.createContext(user, password));
  }

  @Override
  public JMSContext createContext(
      @Nullable String user, @Nullable String password, int sessionMode) {
    return context(broker -> broker.createContext(user, password, sessionMode));
  }
}
