package jp.chukan.gateway.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.junit.jupiter.api.Test;

class BrokerMainTest {

  @Test
  void theProcessEndsWhenTheJournalCannotBeWritten() throws Exception {
    var broker =
        new EmbeddedActiveMQ()
            .setConfiguration(
                new ConfigurationImpl().setPersistenceEnabled(false).setSecurityEnabled(false));
    var ended = new CompletableFuture<Integer>();
    BrokerMain.onBrokenJournal(broker, ended::complete);
    broker.start();
    try {
      broker
          .getActiveMQServer()
          .getIoCriticalErrorListener()
          .onIOException(new IOException("no space"), "no space", null);
      assertThat(ended.get(10, TimeUnit.SECONDS)).isEqualTo(BrokerMain.BROKEN_JOURNAL);
    } finally {
      broker.stop();
    }
  }
}
