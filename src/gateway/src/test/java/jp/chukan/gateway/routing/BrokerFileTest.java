package jp.chukan.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.FileDeploymentManager;
import org.apache.activemq.artemis.core.config.ha.SharedStorePrimaryPolicyConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.config.impl.FileConfiguration;
import org.apache.activemq.artemis.core.remoting.impl.netty.TransportConstants;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The file for external brokers and the embedded one say the same, so that neither drifts. */
@DisplayName("外部ブローカーの設定ファイル")
class BrokerFileTest {
  private static final Path FILE = Path.of("../../deploy/broker/broker.xml");

  private final Configuration file = read();
  private final Configuration embedded = new ConfigurationImpl();

  BrokerFileTest() throws Exception {
    DefaultDemands.read().applyTo(embedded);
  }

  private static Configuration read() throws Exception {
    FileConfiguration configuration = new FileConfiguration();
    new FileDeploymentManager(FILE.toUri().toString())
        .addDeployable(configuration)
        .readConfiguration();
    return configuration;
  }

  @Test // MS-74
  void everyAddressIsTreatedAsInTheEmbeddedBroker() {
    assertThat(file.getAddressSettings()).isEqualTo(embedded.getAddressSettings());
  }

  @Test // MS-74
  void theJournalAndTheDuplicateIdsAreKeptAsInTheEmbeddedBroker() {
    assertThat(file)
        .usingRecursiveComparison()
        .comparingOnlyFields(
            "journalType",
            "journalSyncTransactional",
            "journalSyncNonTransactional",
            "journalDatasync",
            "persistDeliveryCountBeforeDelivery",
            "persistIDCache",
            "idCacheSize",
            "globalMaxSize",
            "persistenceEnabled")
        .isEqualTo(embedded);
  }

  @Test
  void itsOnlyDoorAsksForACertificateInTls13AndSpeaksOneProtocol() {
    assertThat(file.getAcceptorConfigurations())
        .singleElement()
        .satisfies(
            door ->
                assertThat(door.getParams())
                    .containsEntry(TransportConstants.SSL_ENABLED_PROP_NAME, "true")
                    .containsEntry(TransportConstants.NEED_CLIENT_AUTH_PROP_NAME, "true")
                    .containsEntry(TransportConstants.ENABLED_PROTOCOLS_PROP_NAME, "TLSv1.3")
                    .containsEntry(TransportConstants.PROTOCOLS_PROP_NAME, "CORE"));
    assertThat(file.isSecurityEnabled()).isTrue();
  }

  @Test
  void bothBrokersOfAPairWaitForTheLockOfOneStore() {
    assertThat(file.getHAPolicyConfiguration())
        .isInstanceOfSatisfying(
            SharedStorePrimaryPolicyConfiguration.class,
            policy -> assertThat(policy.isFailoverOnServerShutdown()).isTrue());
  }

  @Test
  void aBrokerThatReachesNoGatewayGivesWayWhereGatewaysAreNamed() throws Exception {
    assertThat(file.getNetworkCheckList()).isEmpty();
    System.setProperty("chukan.broker.network-check", "node-1,node-2");
    try {
      assertThat(read().getNetworkCheckList()).isEqualTo("node-1,node-2");
    } finally {
      System.clearProperty("chukan.broker.network-check");
    }
    assertThat(file.getNetworkCheckPeriod() + file.getNetworkCheckTimeout()).isLessThan(10_000);
  }
}
