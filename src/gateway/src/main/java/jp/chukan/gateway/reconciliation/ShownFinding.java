package jp.chukan.gateway.reconciliation;

import java.util.List;
import jp.chukan.gateway.replica.ReplicaKey;

/**
 * One finding with whom it is about and both values: somebody who may see it has said why.
 *
 * @param finding what it says about nobody
 * @param key person and record
 * @param differences both values, item by item
 */
public record ShownFinding(Finding finding, ReplicaKey key, List<ItemDifference> differences) {

  public ShownFinding {
    differences = List.copyOf(differences);
  }

  /** Never shows whom it is about. */
  @Override
  public String toString() {
    return "ShownFinding[redacted]";
  }
}
