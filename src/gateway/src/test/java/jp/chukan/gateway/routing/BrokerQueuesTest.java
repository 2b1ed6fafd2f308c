package jp.chukan.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.jms.JMSContext;
import java.nio.file.Path;
import jp.chukan.gateway.operation.QueueDepths.QueueDepth;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerQueuesTest {
  private static final String QUEUE = "waiting";
  private static final String ADDRESS = "vm://8";

  @TempDir private Path data;
  private EmbeddedActiveMQ broker;
  private final ActiveMQConnectionFactory connections = new ActiveMQConnectionFactory(ADDRESS);
  private final BrokerQueues queues = new BrokerQueues(connections, new ObjectMapper());

  @BeforeEach
  void start() throws Exception {
    connections.setReconnectAttempts(0);
    broker = BrokerOnDisk.start(data, ADDRESS);
    try (JMSContext context = connections.createContext()) {
      context.createProducer().send(context.createQueue(QUEUE), "one");
    }
  }

  @AfterEach
  void stop() throws Exception {
    queues.close();
    connections.close();
    broker.stop();
  }

  @Test
  void manyQuestionsNeedOneConnection() {
    assertThat(queues.in(QUEUE)).hasValue(1);
    int connected = broker.getActiveMQServer().getConnectionCount();
    for (int again = 0; again < 5; again++) {
      assertThat(queues.in(QUEUE)).hasValue(1);
      assertThat(queues.all())
          .filteredOn(depth -> depth.queue().equals(QUEUE))
          .extracting(QueueDepth::waiting)
          .containsExactly(1L);
    }
    assertThat(broker.getActiveMQServer().getConnectionCount()).isEqualTo(connected);
  }

  @Test
  void aBrokerThatWasAwayIsAskedAgain() throws Exception {
    assertThat(queues.in(QUEUE)).hasValue(1);
    broker.stop();
    assertThat(queues.in(QUEUE)).isEmpty();
    assertThat(queues.all()).isEmpty();
    broker.start();
    assertThat(queues.in(QUEUE)).hasValue(1);
  }

  @Test
  void aQueueThatIsNotThereIsNotCounted() {
    assertThat(queues.in("nowhere")).isEmpty();
    assertThat(queues.in(QUEUE)).hasValue(1);
  }
}
