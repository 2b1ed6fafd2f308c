package jp.chukan.gateway.routing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.PreDestroy;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import jp.chukan.gateway.kernel.WaitingMessages;
import jp.chukan.gateway.operation.QueueDepths;
import org.apache.activemq.artemis.api.core.management.ResourceNames;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Asks the broker by messages to its own management address, so that one that runs elsewhere is
 * asked in the same way as the embedded one; its user needs the permission {@code manage}. Over a
 * connection of its own: the pool of those who send gives a session away before its queue for
 * answers is deleted, and that is done in the same session.
 */
@Component
class BrokerQueues implements QueueDepths, WaitingMessages {
  private static final Logger log = LoggerFactory.getLogger(BrokerQueues.class);
  private static final int MOST_QUEUES = 1_000;

  private final ConnectionFactory connections;
  private final ObjectMapper json;
  private @Nullable Connection connection;
  private @Nullable BrokerManagement management;

  BrokerQueues(ConnectionFactory connections, ObjectMapper json) {
    this.connections = connections;
    this.json = json;
  }

  /** What is asked, with the queue for its answers. */
  @FunctionalInterface
  private interface Question<T> {
    T ask(BrokerManagement management) throws Exception;
  }

  @Override
  public List<QueueDepth> all() {
    try {
      return answer(this::depths);
    } catch (Exception e) { // declared so by the broker
      log.warn("the broker does not tell about its queues: {}", e.getClass().getName());
      return List.of();
    }
  }

  @Override
  public OptionalLong in(String queue) {
    try {
      return answer(
          kept ->
              kept.ask(ResourceNames.QUEUE + queue, "countMessages") instanceof Number messages
                  ? OptionalLong.of(messages.longValue())
                  : OptionalLong.empty());
    } catch (Exception e) { // declared so by the broker
      log.warn("the broker does not tell about a queue: {}", e.getClass().getName());
      return OptionalLong.empty();
    }
  }

  /** Asks over the connection that is kept, and once over a new one when that is broken. */
  private synchronized <T> T answer(Question<T> question) throws Exception {
    if (management != null) {
      try {
        return question.ask(management);
      } catch (Exception broken) {
        log.debug("the broker is asked over a new connection: {}", broken.getClass().getName());
        close();
      }
    }
    try {
      return question.ask(open());
    } catch (Exception unanswered) {
      // an answer that comes late would be taken for that of the next question
      close();
      throw unanswered;
    }
  }

  private BrokerManagement open() throws JMSException {
    connection = connections.createConnection();
    var opened = new BrokerManagement(connection.createSession(false, Session.AUTO_ACKNOWLEDGE));
    connection.start();
    management = opened;
    return opened;
  }

  /** Ends the connection; the queue for answers goes with it. */
  @PreDestroy
  synchronized void close() {
    management = null;
    if (connection != null) {
      try {
        connection.close();
      } catch (JMSException e) {
        log.debug("a connection that is given up does not close: {}", e.getClass().getName());
      }
      connection = null;
    }
  }

  private List<QueueDepth> depths(BrokerManagement management) throws Exception {
    String answer =
        String.valueOf(management.ask(ResourceNames.BROKER, "listQueues", "", 1, MOST_QUEUES));
    List<QueueDepth> depths = new ArrayList<>();
    for (JsonNode queue : json.readTree(answer).path("data")) {
      if (!isOwn(queue)) {
        continue;
      }
      String name = queue.path("name").asText();
      long waiting = queue.path("messageCount").asLong();
      depths.add(
          new QueueDepth(
              name,
              waiting,
              queue.path("scheduledCount").asLong(),
              queue.path("consumerCount").asInt(),
              waiting == 0 ? null : oldest(management, name)));
    }
    depths.sort(Comparator.comparing(QueueDepth::queue));
    return depths;
  }

  /** Not those that somebody made for a moment, nor what the broker keeps for itself. */
  private static boolean isOwn(JsonNode queue) {
    return !queue.path("temporary").asBoolean() && !queue.path("internalQueue").asBoolean();
  }

  private @Nullable Instant oldest(BrokerManagement management, String queue) throws Exception {
    String resource = ResourceNames.QUEUE + queue;
    Object first = management.ask(resource, "getFirstMessageTimestamp");
    String retried = String.valueOf(management.ask(resource, "peekFirstScheduledMessageAsJSON"));
    return Stream.of(
            first instanceof Number time ? time.longValue() : 0L,
            json.readTree(retried).path("timestamp").asLong())
        .filter(time -> time > 0)
        .min(Comparator.naturalOrder())
        .map(Instant::ofEpochMilli)
        .orElse(null);
  }
}
