package jp.chukan.gateway.routing;

import jakarta.jms.ConnectionFactory;
import org.messaginghub.pooled.jms.JmsPoolConnectionFactory;

/** The pooled connections of who sends; not a bean of the broker's own kind on purpose. */
final class SenderPool implements AutoCloseable {
  private final JmsPoolConnectionFactory pool = new JmsPoolConnectionFactory();

  SenderPool(ConnectionFactory connectionFactory) {
    pool.setConnectionFactory(connectionFactory);
    pool.setMaxConnections(4);
    pool.setConnectionCheckInterval(1_000);
  }

  ConnectionFactory connectionFactory() {
    return pool;
  }

  @Override
  public void close() {
    pool.stop();
  }
}
