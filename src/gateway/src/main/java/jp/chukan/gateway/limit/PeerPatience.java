package jp.chukan.gateway.limit;

import org.apache.catalina.connector.Connector;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Puts the limits of time to the ports of the server. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public class PeerPatience implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
  private final LimitSettings settings;
  private final Refusals refusals;

  PeerPatience(LimitSettings settings, Refusals refusals) {
    this.settings = settings;
    this.refusals = refusals;
  }

  /** A port of its own for another door, which is held to the same. */
  public Connector connector() {
    GuardedProtocol protocol = new GuardedProtocol();
    protocol.guard(settings, refusals);
    return new Connector(protocol);
  }

  @Override
  public void customize(TomcatServletWebServerFactory factory) {
    factory.setProtocol(GuardedProtocol.class.getName());
    factory.addConnectorCustomizers(
        connector -> ((GuardedProtocol) connector.getProtocolHandler()).guard(settings, refusals));
    factory.addEngineValves(new PaceValve(settings, refusals));
  }
}
