package jp.chukan.gateway.routing;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Stops the embedded broker and starts it again from its journal, to show that nothing is lost. On
 * the management port of a local installation only.
 */
@Component
@Profile("local")
@Endpoint(id = "broker")
class BrokerEndpoint {
  private static final Logger log = LoggerFactory.getLogger(BrokerEndpoint.class);

  private final EmbeddedBroker broker;

  BrokerEndpoint(EmbeddedBroker broker) {
    this.broker = broker;
  }

  /**
   * @param action {@code stop}, {@code start}, or {@code restart} for both
   */
  @WriteOperation
  synchronized String act(String action) {
    try {
      switch (action) {
        case "stop" -> broker.stopBroker();
        case "start" -> broker.startBroker();
        case "restart" -> {
          broker.stopBroker();
          broker.startBroker();
        }
        default -> throw new IllegalArgumentException("stop, start or restart");
      }
    } catch (IllegalArgumentException e) {
      throw e;
    } catch (Exception e) { // declared so by the broker
      throw new IllegalStateException("the broker did not " + action, e);
    }
    log.info("done to the broker: {}", action);
    return action + " done";
  }
}
