package jp.chukan.contract.attachment;

import java.time.Instant;
import jp.chukan.contract.code.ItemCode;
import org.jspecify.annotations.Nullable;

/**
 * One item of a record's 「副本データ」.
 *
 * @param code item of the layout
 * @param value its value, null when it has none ({@code xsi:nil} or empty)
 * @param version version of the value as the sender counts it, null only without a value
 * @param updatedAt when the sender last changed it, null only without a value
 */
public record ReplicaItem(
    ItemCode code, @Nullable String value, @Nullable String version, @Nullable Instant updatedAt) {

  /** Never shows what it holds: it is about a person. */
  @Override
  public String toString() {
    return "ReplicaItem[redacted]";
  }
}
