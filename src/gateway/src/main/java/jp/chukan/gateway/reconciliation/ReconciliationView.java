package jp.chukan.gateway.reconciliation;

import java.util.List;
import jp.chukan.gateway.reconciliation.Reconciliation.ItemCount;

/**
 * One comparison as it stands, without any person.
 *
 * @param one the comparison
 * @param items in how many records which item differs
 */
public record ReconciliationView(Reconciliation one, List<ItemCount> items) {

  public ReconciliationView {
    items = List.copyOf(items);
  }
}
