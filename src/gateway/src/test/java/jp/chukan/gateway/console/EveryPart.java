package jp.chukan.gateway.console;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.actuate.health.AdditionalHealthEndpointPath;
import org.springframework.boot.actuate.health.HealthEndpointGroup;
import org.springframework.boot.actuate.health.HttpCodeStatusMapper;
import org.springframework.boot.actuate.health.SimpleHttpCodeStatusMapper;
import org.springframework.boot.actuate.health.SimpleStatusAggregator;
import org.springframework.boot.actuate.health.StatusAggregator;

/** Health of every part, as the server's own port tells it. */
final class EveryPart implements HealthEndpointGroup {

  @Override
  public boolean isMember(String name) {
    return true;
  }

  @Override
  public boolean showComponents(SecurityContext context) {
    return true;
  }

  @Override
  public boolean showDetails(SecurityContext context) {
    return true;
  }

  @Override
  public StatusAggregator getStatusAggregator() {
    return new SimpleStatusAggregator();
  }

  @Override
  public HttpCodeStatusMapper getHttpCodeStatusMapper() {
    return new SimpleHttpCodeStatusMapper();
  }

  @Override
  public @Nullable AdditionalHealthEndpointPath getAdditionalPath() {
    return null;
  }
}
