package jp.chukan.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.jms.JMSContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.core.server.ActivateCallback;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class EmbeddedBrokerTest {
  private static final String QUEUE = "kept";
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String ADDRESS = "vm://9";

  @TempDir private Path data;
  private EmbeddedActiveMQ broker;
  private EmbeddedBroker watched;

  @BeforeEach
  void start() throws Exception {
    broker = BrokerOnDisk.start(data, ADDRESS);
    watched = new EmbeddedBroker(broker);
    watched.start();
  }

  @AfterEach
  void stop() throws Exception {
    watched.stop();
    broker.stop();
  }

  @Test
  void aBrokerThatStoppedByItselfRunsAgainWithWhatItHad() throws Exception {
    send("one");
    var stopped = new CountDownLatch(1);
    broker
        .getActiveMQServer()
        .registerActivateCallback(
            new ActivateCallback() {
              @Override
              public void deActivate() {
                stopped.countDown();
              }
            });
    breakJournal();
    assertThat(stopped.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    await().atMost(PATIENCE).until(() -> broker.getActiveMQServer().isActive());
    assertThat(receive()).isEqualTo("one");
  }

  @Test
  void whyItDoesNotStartIsToldWholeOnceAndItIsTriedUntilItDoes(CapturedOutput output)
      throws Exception {
    send("one");
    Path journal = data.resolve("journal");
    Path away = data.resolve("away");
    Files.move(journal, away);
    Files.createFile(journal);
    breakJournal();
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(output)
                    .containsPattern("(?s)still does not start.*still does not start"));
    assertThat(output).containsOnlyOnce("has stopped and does not start");

    Files.delete(journal);
    Files.move(away, journal);
    await().atMost(PATIENCE).until(() -> broker.getActiveMQServer().isActive());
    assertThat(receive()).isEqualTo("one");
  }

  @Test
  void aBrokerThatWasStoppedStaysSo() throws Exception {
    watched.stopBroker();
    await()
        .during(Duration.ofSeconds(3))
        .atMost(PATIENCE)
        .until(() -> !broker.getActiveMQServer().isStarted());
    watched.startBroker();
    assertThat(broker.getActiveMQServer().isStarted()).isTrue();
  }

  /** As the broker itself does when its disk is full. */
  private void breakJournal() {
    broker
        .getActiveMQServer()
        .getIoCriticalErrorListener()
        .onIOException(new IOException("no space"), "no space", null);
  }

  private void send(String text) {
    try (JMSContext context = new ActiveMQConnectionFactory(ADDRESS).createContext()) {
      context.createProducer().send(context.createQueue(QUEUE), text);
    }
  }

  private String receive() {
    try (JMSContext context = new ActiveMQConnectionFactory(ADDRESS).createContext()) {
      return context
          .createConsumer(context.createQueue(QUEUE))
          .receiveBody(String.class, PATIENCE.toMillis());
    }
  }
}
