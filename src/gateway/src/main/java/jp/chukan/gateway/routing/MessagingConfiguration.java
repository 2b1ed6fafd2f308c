package jp.chukan.gateway.routing;

import jakarta.jms.ConnectionFactory;
import java.nio.file.Path;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.camel.component.jms.JmsComponent;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.jms.artemis.ArtemisConfigurationCustomizer;
import org.springframework.context.annotation.Bean;

/** The broker with its journal on disk, and how the routes reach it. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class MessagingConfiguration {
  private static final String DEAD_LETTERS = "DLQ";
  private static final String EXPIRED = "ExpiryQueue";
  private static final String INQUIRIES = "inquiry.send.#";
  private static final int WITHOUT_LIMIT = -1;

  /** Journal synchronised to disk, nothing dropped in silence, memory bounded. */
  @Bean
  ArtemisConfigurationCustomizer broker(
      @Value("${chukan.run-directory}") Path runDirectory,
      @Value("${chukan.broker.attempts}") int attempts) {
    return configuration -> {
      Path data = runDirectory.resolve("broker");
      configuration.setJournalDirectory(data.resolve("journal").toString());
      configuration.setBindingsDirectory(data.resolve("bindings").toString());
      configuration.setPagingDirectory(data.resolve("paging").toString());
      configuration.setLargeMessagesDirectory(data.resolve("large").toString());
      configuration.setJournalType(JournalType.NIO);
      configuration.setJournalSyncTransactional(true);
      configuration.setJournalSyncNonTransactional(true);
      configuration.setJournalDatasync(true);
      configuration.setPersistDeliveryCountBeforeDelivery(true);
      configuration.setPersistIDCache(true);
      // more than a minute of the highest rate; each lies in memory and is compacted with the rest
      configuration.setIDCacheSize(20_000);
      configuration.setGlobalMaxSize(64L << 20);
      configuration.setJMXManagementEnabled(true);
      configuration.addAddressSetting("#", addressSettings(attempts));
      // An inquiry ends by its time limit, however long the network is away, and by nothing else.
      configuration.addAddressSetting(INQUIRIES, addressSettings(WITHOUT_LIMIT));
      // A dead letter that cannot be kept at the moment waits for a better one.
      configuration.addAddressSetting(DEAD_LETTERS, addressSettings(WITHOUT_LIMIT));
    };
  }

  private static AddressSettings addressSettings(int attempts) {
    return new AddressSettings()
        // Without it the broker drops a message after the last attempt.
        .setDeadLetterAddress(SimpleString.of(DEAD_LETTERS))
        .setExpiryAddress(SimpleString.of(EXPIRED))
        .setMaxDeliveryAttempts(attempts)
        .setRedeliveryDelay(1_000)
        .setRedeliveryMultiplier(2)
        .setMaxRedeliveryDelay(60_000)
        .setRedeliveryCollisionAvoidanceFactor(0.15)
        .setAddressFullMessagePolicy(AddressFullMessagePolicy.PAGE)
        .setAutoDeleteQueues(false)
        .setAutoDeleteAddresses(false);
  }

  /** Only sending is pooled: a pool under a listener container recovers slowly. */
  @Bean(destroyMethod = "close")
  SenderPool senderPool(ConnectionFactory connectionFactory) {
    return new SenderPool(connectionFactory);
  }

  /** The component of every {@code jms:} endpoint; how each consumes stands in its route. */
  @Bean
  JmsComponent jms(ConnectionFactory connectionFactory, SenderPool senders) {
    JmsComponent jms = new JmsComponent();
    jms.setConnectionFactory(connectionFactory);
    jms.setTemplateConnectionFactory(senders.connectionFactory());
    jms.setDeliveryPersistent(true);
    jms.setTestConnectionOnStartup(true);
    jms.setRecoveryInterval(1_000);
    return jms;
  }
}
