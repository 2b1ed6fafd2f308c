package jp.chukan.gateway.routing;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Connections to whichever of several brokers is active. The one that took the last connection is
 * asked first: Artemis' own list begins anywhere and holds everybody up while it waits for a broker
 * that does not listen.
 */
final class ActiveBroker implements ConnectionFactory {
  private final List<ConnectionFactory> brokers;
  private volatile int active;

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
