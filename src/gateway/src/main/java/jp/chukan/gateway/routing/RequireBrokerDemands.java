package jp.chukan.gateway.routing;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.activemq.artemis.api.core.management.ResourceNames;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks an external broker whether it is set as the flows need it, before anything flows. Whether
 * its journal waits for the disk itself (datasync) is the one thing that it does not tell.
 */
final class RequireBrokerDemands {
  private static final Logger log = LoggerFactory.getLogger(RequireBrokerDemands.class);

  private final ConnectionFactory connections;
  private final BrokerDemands demands;
  private final ObjectMapper json;

  RequireBrokerDemands(ConnectionFactory connections, BrokerDemands demands, ObjectMapper json) {
    this.connections = connections;
    this.demands = demands;
    this.json = json;
  }

  /**
   * @throws IllegalStateException when no broker answers, or one that is set otherwise: then the
   *     message names every difference
   */
  void require() {
    List<String> differences;
    try (Connection connection = connections.createConnection();
        Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
      connection.start();
      differences = differences(new BrokerManagement(session));
    } catch (JMSException e) {
      throw new IllegalStateException(
          "no broker of chukan.broker.addresses takes this server"
              + Stream.of(e.getSuppressed()).map(why -> ": " + why.getMessage()).collect(joining()),
          e);
    } catch (Exception e) { // declared so by the broker
      throw new IllegalStateException("the broker does not tell how it is set", e);
    }
    if (!differences.isEmpty()) {
      throw new IllegalStateException(
          "the broker is not set as the server needs it (deploy/broker/broker.xml): "
              + String.join("; ", differences));
    }
    log.info("the external broker is set as the server needs it");
  }

  private List<String> differences(BrokerManagement broker) throws Exception {
    List<String> differences = new ArrayList<>();
    for (String attribute :
        List.of(
            "PersistenceEnabled",
            "JournalSyncTransactional",
            "JournalSyncNonTransactional",
            "PersistDeliveryCountBeforeDelivery",
            "PersistIDCache")) {
      Object value = broker.read(ResourceNames.BROKER, attribute);
      if (!Boolean.TRUE.equals(value)) {
        differences.add(attribute + " is " + value);
      }
    }
    Object ids = broker.read(ResourceNames.BROKER, "IDCacheSize");
    if (!(ids instanceof Number size) || size.longValue() < BrokerDemands.ID_CACHE_SIZE) {
      differences.add("IDCacheSize is " + ids + ", not " + BrokerDemands.ID_CACHE_SIZE);
    }
    for (var demand : demands.addressSettings().entrySet()) {
      String address = demand.getKey().replace("#", "0");
      Object answer = broker.ask(ResourceNames.BROKER, "getAddressSettingsAsJSON", address);
      JsonNode actual = json.readTree(String.valueOf(answer));
      expected(demand.getValue())
          .forEach(
              (name, value) -> {
                String found = actual.path(name).asText();
                if (!Objects.equals(found, value)) {
                  differences.add(
                      "%s of %s is '%s', not %s".formatted(name, demand.getKey(), found, value));
                }
              });
    }
    return differences;
  }

  /** As the broker writes them. */
  private static Map<String, String> expected(AddressSettings settings) {
    Map<String, String> expected = new LinkedHashMap<>();
    expected.put("deadLetterAddress", settings.getDeadLetterAddress().toString());
    expected.put("expiryAddress", settings.getExpiryAddress().toString());
    expected.put("maxDeliveryAttempts", Integer.toString(settings.getMaxDeliveryAttempts()));
    expected.put("redeliveryDelay", Long.toString(settings.getRedeliveryDelay()));
    expected.put("redeliveryMultiplier", Double.toString(settings.getRedeliveryMultiplier()));
    expected.put("maxRedeliveryDelay", Long.toString(settings.getMaxRedeliveryDelay()));
    expected.put("addressFullMessagePolicy", settings.getAddressFullMessagePolicy().toString());
    expected.put("autoDeleteQueues", Boolean.toString(settings.isAutoDeleteQueues()));
    expected.put("autoDeleteAddresses", Boolean.toString(settings.isAutoDeleteAddresses()));
    return expected;
  }
}
