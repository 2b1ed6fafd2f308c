package jp.chukan.gateway.routing;

import java.nio.file.Path;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;

/** A broker as the server embeds it, with its journal in a folder of the test. */
final class BrokerOnDisk {
  private BrokerOnDisk() {}

  /**
   * Starts it.
   *
   * @param address under which it is reached in this process, {@code vm://} and a number
   */
  static EmbeddedActiveMQ start(Path data, String address) throws Exception {
    var configuration =
        new ConfigurationImpl()
            .setSecurityEnabled(false)
            .setJournalDirectory(data.resolve("journal").toString())
            .setBindingsDirectory(data.resolve("bindings").toString())
            .setPagingDirectory(data.resolve("paging").toString())
            .setLargeMessagesDirectory(data.resolve("large").toString())
            .addAcceptorConfiguration("here", address);
    DefaultDemands.read().applyTo(configuration);
    var broker = new EmbeddedActiveMQ().setConfiguration(configuration);
    broker.start();
    return broker;
  }
}
