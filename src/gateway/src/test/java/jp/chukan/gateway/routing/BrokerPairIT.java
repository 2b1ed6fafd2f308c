package jp.chukan.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import jp.chukan.gateway.testing.TestKeys;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Two brokers over one store, as {@code deploy/broker} sets them, each a process of its own. */
@DisplayName("外部ブローカーの対")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BrokerPairIT {
  private static final BrokerDemands DEMANDS = DefaultDemands.read();
  private static final Duration TAKEOVER = Duration.ofSeconds(30);

  @TempDir static Path folder;
  private static TestKeys keys;
  private static BrokerProcess first;
  private static BrokerProcess second;

  @BeforeAll
  static void start() throws IOException {
    keys = TestKeys.in(folder.resolve("keys"));
    Path store = Files.createDirectories(folder.resolve("store"));
    first = BrokerProcess.start(keys, store, folder.resolve("first.log"));
    await("first broker").atMost(TAKEOVER).until(first::isActive);
    second = BrokerProcess.start(keys, store, folder.resolve("second.log"));
  }

  @AfterAll
  static void stop() {
    first.close();
    second.close();
  }

  private static ConnectionFactory as(String client) {
    return new ExternalBrokerSettings(
            // the one that will be killed stands first: whoever connects anew passes it by
            List.of(first.address(), second.address()),
            keys.directory().resolve(client + ".p12"),
            keys.directory().resolve("trust.p12"),
            TestKeys.PASSWORD)
        .connectionFactory();
  }

  @Test
  @Order(1)
  void aBrokerThatIsSetAsTheFlowsNeedItIsTaken() {
    new RequireBrokerDemands(as("broker-client"), DEMANDS, new ObjectMapper()).require();
  }

  @Test
  @Order(1)
  void aBrokerThatIsSetOtherwiseStopsTheStartWithEveryDifference() {
    var require =
        new RequireBrokerDemands(as("broker-client"), new BrokerDemands(7), new ObjectMapper());

    assertThatThrownBy(require::require)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("maxDeliveryAttempts of # is '60', not 7")
        .hasMessageNotContaining("redeliveryDelay");
  }

  @Test // JN-01
  @Order(1)
  void aCertificateOfTheSameAuthorityThatIsNoGatewayIsNotLetIn() {
    assertThatThrownBy(() -> as("stranger-client").createConnection().start())
        .isInstanceOf(JMSException.class);
  }

  @Test // MS-74
  @Order(2)
  void whatWasConfirmedIsThereAndComesOnceAfterTheActiveBrokerWasKilled() throws JMSException {
    assertThat(second.isActive()).as("the second waits").isFalse();
    send("before", "1");
    first.kill();
    await("takeover").atMost(TAKEOVER).until(second::isActive);
    // nobody knows whether it was taken: it is sent again, as the outbox does
    send("before", "1");
    send("after", "2");

    try (Connection connection = as("broker-client").createConnection();
        Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
      connection.start();
      MessageConsumer consumer = session.createConsumer(session.createQueue("taken.over"));
      assertThat(text(consumer.receive(5_000))).isEqualTo("before");
      assertThat(text(consumer.receive(5_000))).isEqualTo("after");
      assertThat(consumer.receive(500)).isNull();
    }
  }

  @Test // MS-74
  @Order(3)
  void aBrokerThatIsAwayHoldsNobodyUp() {
    var connections = as("broker-client");

    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          for (int connection = 0; connection < 30; connection++) {
            connections.createConnection().close();
          }
        });
  }

  private static void send(String text, String duplicateId) throws JMSException {
    try (Connection connection = as("broker-client").createConnection();
        Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
      TextMessage message = session.createTextMessage(text);
      message.setStringProperty("_AMQ_DUPL_ID", duplicateId);
      session.createProducer(session.createQueue("taken.over")).send(message);
    }
  }

  private static String text(Message message) throws JMSException {
    return ((TextMessage) message).getText();
  }
}
