package jp.chukan.gateway.routing;

import java.util.regex.Pattern;
import jp.chukan.gateway.routing.MessageTraces.Work;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Route;
import org.apache.camel.component.file.GenericFileEndpoint;
import org.apache.camel.component.jms.JmsEndpoint;
import org.apache.camel.spi.RoutePolicy;
import org.apache.camel.spi.RoutePolicyFactory;
import org.apache.camel.support.RoutePolicySupport;
import org.springframework.stereotype.Component;

/**
 * What comes from a queue or a folder is a span, and goes on with the trace that its message
 * brings. Routes that only look whether there is something are none: they would be most of all
 * spans.
 */
@Component
class TracedRoutes extends RoutePolicySupport implements RoutePolicyFactory {
  private static final String WORK = "TracedWork";
  private static final String INSTITUTION = "Institution";
  private static final Pattern OF_ONE_INSTITUTION = Pattern.compile("-[0-9]{16}$");

  private final MessageTraces traces;

  TracedRoutes(MessageTraces traces) {
    this.traces = traces;
  }

  @Override
  public RoutePolicy createRoutePolicy(CamelContext context, String routeId, NamedNode route) {
    return this;
  }

  @Override
  public void onExchangeBegin(Route route, Exchange exchange) {
    if (route.getEndpoint() instanceof JmsEndpoint
        || route.getEndpoint() instanceof GenericFileEndpoint<?>) {
      Work work =
          traces.begin(
              exchange.getIn().getHeader(MessageTraces.TRACE_PARENT, String.class),
              OF_ONE_INSTITUTION.matcher(route.getRouteId()).replaceFirst(""));
      String institution = exchange.getIn().getHeader(INSTITUTION, String.class);
      if (institution != null) {
        work.span().tag("institution", institution);
      }
      exchange.setProperty(WORK, work);
    }
  }

  @Override
  public void onExchangeDone(Route route, Exchange exchange) {
    // a route that this one calls is done before this one
    if (exchange.getFromRouteId() != null
        && exchange.getFromRouteId().equals(route.getRouteId())
        && exchange.removeProperty(WORK) instanceof Work work) {
      work.end(exchange.getException());
    }
  }
}
