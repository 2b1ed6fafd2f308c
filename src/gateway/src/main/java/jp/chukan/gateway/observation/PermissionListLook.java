package jp.chukan.gateway.observation;

import java.time.Instant;
import jp.chukan.gateway.permission.PermissionMatchingLists;
import org.springframework.stereotype.Component;

/** How old the 「照会許可照合リスト」 is; without one there is no measure. */
@Component
final class PermissionListLook implements PlantLook {
  private final PermissionMatchingLists lists;

  PermissionListLook(PermissionMatchingLists lists) {
    this.lists = lists;
  }

  @Override
  public String part() {
    return "permissionList";
  }

  @Override
  public void look(PlantReading reading, Instant now) {
    lists
        .inForce()
        .ifPresent(list -> reading.putSeconds(PlantMetric.LIST_AGE, list.publishedAt(), now));
  }
}
