package jp.chukan.gateway.replica;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.LayoutEdition;
import jp.chukan.contract.code.ResponseMode;
import org.jspecify.annotations.Nullable;

/**
 * A 「副本」 as somebody wants it to be stored; nothing in it is checked yet.
 *
 * @param key what it is to be found by
 * @param edition layout edition that it follows
 * @param parentRecordKey record of another data set that it hangs on, null when on none
 * @param publishedFrom first day of publication, null when the person left it out
 * @param publishedTo last day, null when open
 * @param regionCode 「行政区コード」, null when none
 * @param responseMode what 「自動応答不可フラグ」 is to say, null to leave what is stored
 * @param items items that hold a value
 */
public record ReplicaDraft(
    ReplicaKey key,
    LayoutEdition edition,
    @Nullable String parentRecordKey,
    @Nullable LocalDate publishedFrom,
    @Nullable LocalDate publishedTo,
    @Nullable String regionCode,
    @Nullable ResponseMode responseMode,
    Map<ItemCode, String> items) {

  public ReplicaDraft {
    items = Collections.unmodifiableMap(new LinkedHashMap<>(items));
  }

  /** Never shows the content: it is what the law protects. */
  @Override
  public String toString() {
    return "ReplicaDraft[redacted]";
  }
}
