package jp.chukan.gateway.routing;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.jms.ConnectionFactory;
import java.nio.file.Path;
import org.apache.camel.component.jms.JmsComponent;
import org.apache.camel.spi.ThreadPoolFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.jms.artemis.ArtemisConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Profile;

/** The broker, embedded or external, and how the routes reach it. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class MessagingConfiguration {

  @Bean
  BrokerDemands brokerDemands(@Value("${chukan.broker.attempts}") int attempts) {
    return new BrokerDemands(attempts);
  }

  /** The embedded broker, its journal in the run directory. */
  @Bean
  @Profile("!production")
  ArtemisConfigurationCustomizer broker(
      @Value("${chukan.run-directory}") Path runDirectory, BrokerDemands demands) {
    return configuration -> {
      Path data = runDirectory.resolve("broker");
      configuration.setJournalDirectory(data.resolve("journal").toString());
      configuration.setBindingsDirectory(data.resolve("bindings").toString());
      configuration.setPagingDirectory(data.resolve("paging").toString());
      configuration.setLargeMessagesDirectory(data.resolve("large").toString());
      // it is asked by messages, like one that runs elsewhere
      configuration.setJMXManagementEnabled(false);
      demands.applyTo(configuration);
    };
  }

  /** The external pair: in the place of what Spring would make, so nothing is embedded. */
  @Bean
  @Profile("production")
  ConnectionFactory connectionFactory(
      ExternalBrokerSettings settings, BrokerDemands demands, ObjectMapper json) {
    ConnectionFactory connections = settings.connectionFactory();
    new RequireBrokerDemands(connections, demands, json).require();
    return connections;
  }

  /** Only sending is pooled: a pool under a listener container recovers slowly. */
  @Bean(destroyMethod = "close")
  SenderPool senderPool(ConnectionFactory connectionFactory) {
    return new SenderPool(connectionFactory);
  }

  @Bean
  ThreadPoolFactory scheduledPools() {
    return new ScheduledPools();
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
    // each time in vain asks the broker once more
    jms.setReceiveTimeout(10_000);
    return jms;
  }
}
