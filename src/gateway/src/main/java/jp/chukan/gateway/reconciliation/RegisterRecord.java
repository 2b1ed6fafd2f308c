package jp.chukan.gateway.reconciliation;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.ResponseMode;
import jp.chukan.gateway.replica.ReplicaKey;
import org.jspecify.annotations.Nullable;

/**
 * What the register says of one record.
 *
 * @param key which 「副本」 it should be
 * @param saysFrom whether the file speaks of the first day of publication at all
 * @param saysTo whether it does of the last
 * @param publishedFrom first day of publication, null when the file does not say
 * @param publishedTo last day, null when open
 * @param parentRecordKey record of another data set that it hangs on, null when on none
 * @param regionCode 「行政区コード」, null when none
 * @param responseMode what 「自動応答不可」 should say, null when the file does not
 * @param items items that hold a value
 */
record RegisterRecord(
    ReplicaKey key,
    boolean saysFrom,
    boolean saysTo,
    @Nullable LocalDate publishedFrom,
    @Nullable LocalDate publishedTo,
    @Nullable String parentRecordKey,
    @Nullable String regionCode,
    @Nullable ResponseMode responseMode,
    Map<ItemCode, String> items) {

  RegisterRecord {
    items = Collections.unmodifiableMap(new LinkedHashMap<>(items));
  }

  /** Never shows the content: it is what the law protects. */
  @Override
  public String toString() {
    return "RegisterRecord[redacted]";
  }
}
