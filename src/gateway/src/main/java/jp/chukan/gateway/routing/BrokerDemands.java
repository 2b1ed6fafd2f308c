package jp.chukan.gateway.routing;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;

/**
 * What the flows need of a broker, embedded or not: journal synchronised to disk, nothing dropped
 * in silence, nothing let through twice, memory bounded.
 *
 * @param attempts how often a message is brought before it becomes a dead letter
 */
record BrokerDemands(int attempts) {
  /** More than a minute of the highest rate; each lies in memory and is compacted with the rest. */
  static final int ID_CACHE_SIZE = 20_000;

  /** Milliseconds; what was away for long is served again that soon after it is back. */
  private static final long LONGEST_PAUSE = 15_000;

  private static final String DEAD_LETTERS = "DLQ";
  private static final String EXPIRED = "ExpiryQueue";
  private static final String INQUIRIES = "inquiry.send.#";
  private static final int WITHOUT_LIMIT = -1;

  /** Sets them, but for where the data are. */
  void applyTo(Configuration configuration) {
    configuration.setJournalType(JournalType.NIO);
    configuration.setJournalSyncTransactional(true);
    configuration.setJournalSyncNonTransactional(true);
    configuration.setJournalDatasync(true);
    configuration.setPersistDeliveryCountBeforeDelivery(true);
    configuration.setPersistIDCache(true);
    configuration.setIDCacheSize(ID_CACHE_SIZE);
    configuration.setGlobalMaxSize(64L << 20);
    addressSettings().forEach(configuration::addAddressSetting);
  }

  /** By the pattern of the addresses that they are for. */
  Map<String, AddressSettings> addressSettings() {
    Map<String, AddressSettings> settings = new LinkedHashMap<>();
    settings.put("#", addressSettings(attempts));
    // An inquiry ends by its time limit, however long the network is away, and by nothing else.
    settings.put(INQUIRIES, addressSettings(WITHOUT_LIMIT));
    // A dead letter that cannot be kept at the moment waits for a better one.
    settings.put(DEAD_LETTERS, addressSettings(WITHOUT_LIMIT));
    return settings;
  }

  private static AddressSettings addressSettings(int attempts) {
    return new AddressSettings()
        // Without it the broker drops a message after the last attempt.
        .setDeadLetterAddress(SimpleString.of(DEAD_LETTERS))
        .setExpiryAddress(SimpleString.of(EXPIRED))
        .setMaxDeliveryAttempts(attempts)
        .setRedeliveryDelay(1_000)
        .setRedeliveryMultiplier(2)
        .setMaxRedeliveryDelay(LONGEST_PAUSE)
        .setRedeliveryCollisionAvoidanceFactor(0.15)
        .setAddressFullMessagePolicy(AddressFullMessagePolicy.PAGE)
        .setAutoDeleteQueues(false)
        .setAutoDeleteAddresses(false);
  }
}
