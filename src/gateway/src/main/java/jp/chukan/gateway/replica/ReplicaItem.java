package jp.chukan.gateway.replica;

import jp.chukan.contract.code.ItemCode;
import org.jspecify.annotations.Nullable;

/**
 * One item of a 「副本」.
 *
 * @param code item of the layout
 * @param value its value, null when the item is of the layout but holds none
 */
public record ReplicaItem(ItemCode code, @Nullable String value) {

  /** Never shows the value: it is what the law protects. */
  @Override
  public String toString() {
    return "ReplicaItem[redacted]";
  }
}
