package jp.chukan.gateway.routing;

import jakarta.jms.ConnectionFactory;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.api.jms.ActiveMQJMSClient;
import org.apache.activemq.artemis.api.jms.JMSFactoryType;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyConnectorFactory;
import org.apache.activemq.artemis.core.remoting.impl.netty.TransportConstants;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Where the external brokers are, and how the server proves itself to them: TLS with a client
 * certificate, and the name of each broker verified.
 *
 * <p>Of the pair one is active. A connection that breaks is reported at once and made anew by who
 * used it, at whichever broker answers: nothing is sent or confirmed again behind the back of a
 * flow.
 */
@Component
@Profile("production")
final class ExternalBrokerSettings {
  private static final String STORE_TYPE = "PKCS12";

  /** Milliseconds for a connection to a machine that is not there. */
  private static final int CONNECT = 3_000;

  /** Milliseconds for the answer to one call: a write to the journal on a slow disk is in it. */
  private static final int CALL = 10_000;

  /** Milliseconds for a reconnection behind the back of who calls: there is none to wait for. */
  private static final int RECONNECTION = 1_000;

  /** Milliseconds between two looks for a sign of life, and two signs of our own. */
  private static final int CHECK = 2_000;

  /**
   * Milliseconds without a sign of life after which a connection counts as broken, here and at the
   * broker: a machine whose cable is cut resets nothing. The broker's library looks whether
   * anything came since it last looked so long ago, and therefore finds it after twice as long at
   * most; there is time left for the rest within half a minute.
   */
  private static final int SILENCE = 3 * CHECK;

  private final List<String> addresses;
  private final Path keyFile;
  private final Path trustFile;
  private final String password;

  /**
   * @param addresses {@code host:port} of each broker
   * @param keyFile PKCS#12 with the client certificate
   * @param trustFile PKCS#12 with the authorities of the brokers
   * @param password of both files
   * @throws IllegalArgumentException when an address has another form
   */
  ExternalBrokerSettings(
      @Value("${chukan.broker.addresses}") List<String> addresses,
      @Value("${chukan.broker.key}") Path keyFile,
      @Value("${chukan.broker.trust}") Path trustFile,
      @Value("${chukan.keys.password}") String password) {
    this.addresses = List.copyOf(addresses);
    this.keyFile = keyFile;
    this.trustFile = trustFile;
    this.password = password;
    if (addresses.isEmpty()) {
      throw new IllegalArgumentException("chukan.broker.addresses is empty");
    }
    addresses.forEach(ExternalBrokerSettings::parsed);
  }

  private static URI parsed(String address) {
    URI uri = URI.create("tcp://" + address);
    if (uri.getHost() == null || uri.getPort() < 0) {
      throw new IllegalArgumentException(
          "chukan.broker.addresses: '" + address + "' is not host:port");
    }
    return uri;
  }

  ConnectionFactory connectionFactory() {
    return new ActiveBroker(addresses.stream().map(this::connectionsTo).toList());
  }

  private ConnectionFactory connectionsTo(String address) {
    ActiveMQConnectionFactory connections =
        ActiveMQJMSClient.createConnectionFactoryWithoutHA(
            JMSFactoryType.CF, transport(parsed(address)));
    connections.setUseTopologyForLoadBalancing(false);
    connections.setReconnectAttempts(0);
    connections.setCallTimeout(CALL);
    connections.setCallFailoverTimeout(RECONNECTION);
    connections.setClientFailureCheckPeriod(CHECK);
    connections.setConnectionTTL(SILENCE);
    return connections;
  }

  private TransportConfiguration transport(URI broker) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put(TransportConstants.HOST_PROP_NAME, broker.getHost());
    parameters.put(TransportConstants.PORT_PROP_NAME, broker.getPort());
    parameters.put(TransportConstants.NETTY_CONNECT_TIMEOUT, CONNECT);
    parameters.put(TransportConstants.SSL_ENABLED_PROP_NAME, true);
    parameters.put(TransportConstants.ENABLED_PROTOCOLS_PROP_NAME, "TLSv1.3");
    parameters.put(TransportConstants.VERIFY_HOST_PROP_NAME, true);
    parameters.put(TransportConstants.KEYSTORE_TYPE_PROP_NAME, STORE_TYPE);
    parameters.put(TransportConstants.KEYSTORE_PATH_PROP_NAME, keyFile.toString());
    parameters.put(TransportConstants.KEYSTORE_PASSWORD_PROP_NAME, password);
    parameters.put(TransportConstants.TRUSTSTORE_TYPE_PROP_NAME, STORE_TYPE);
    parameters.put(TransportConstants.TRUSTSTORE_PATH_PROP_NAME, trustFile.toString());
    parameters.put(TransportConstants.TRUSTSTORE_PASSWORD_PROP_NAME, password);
    return new TransportConfiguration(
        NettyConnectorFactory.class.getName(), parameters, broker.getAuthority());
  }

  /** Never shows the password. */
  @Override
  public String toString() {
    return "ExternalBrokerSettings[" + addresses + "]";
  }
}
