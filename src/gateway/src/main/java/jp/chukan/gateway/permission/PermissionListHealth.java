package jp.chukan.gateway.permission;

import java.util.Optional;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/**
 * Shows which list is in force and how old it is. Without one the server is ready all the same: it
 * takes requests and denies them (MS-02).
 */
@Component("permissionList")
final class PermissionListHealth implements HealthIndicator {
  private static final Status NO_LIST = new Status("NO_LIST");

  private final PermissionMatchingLists lists;

  PermissionListHealth(PermissionMatchingLists lists) {
    this.lists = lists;
  }

  @Override
  public Health health() {
    Optional<ListInForce> inForce = lists.inForce();
    return inForce
        .map(
            list ->
                Health.up()
                    .withDetail("version", list.version())
                    .withDetail("entries", list.entries())
                    .withDetail("publishedAt", list.publishedAt())
                    .withDetail("receivedAt", list.receivedAt())
                    .build())
        .orElseGet(() -> Health.status(NO_LIST).build());
  }
}
