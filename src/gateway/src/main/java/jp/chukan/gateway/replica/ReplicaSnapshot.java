package jp.chukan.gateway.replica;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.LayoutEdition;
import jp.chukan.contract.code.NonDisclosureCode;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.code.RecordIdentificationNumber;
import jp.chukan.contract.code.ResponseMode;
import org.jspecify.annotations.Nullable;

/**
 * One stored 「副本」 exactly as it stood at one moment: two that are equal were written by the same
 * record.
 *
 * @param key what it is found by
 * @param edition layout edition that it follows
 * @param parentRecordKey record of another data set that it hangs on, null when on none
 * @param publishedFrom first day of publication
 * @param publishedTo last day, null when open
 * @param regionCode 「行政区コード」, null when none
 * @param responseMode what the record itself says, null when no sender ever said
 * @param nonDisclosure 「不開示コード」 of the record itself, null when none
 * @param items items that hold a value
 * @param updatedAt newest update among the items, null when no sender ever said
 * @param recordNumber 「レコード識別番号」 that wrote it last
 * @param source message or proposal that wrote it last, null when that was not kept
 * @param registeredAt when it was written last
 */
public record ReplicaSnapshot(
    ReplicaKey key,
    LayoutEdition edition,
    @Nullable String parentRecordKey,
    LocalDate publishedFrom,
    @Nullable LocalDate publishedTo,
    @Nullable String regionCode,
    @Nullable ResponseMode responseMode,
    @Nullable NonDisclosureCode nonDisclosure,
    Map<ItemCode, String> items,
    @Nullable Instant updatedAt,
    RecordIdentificationNumber recordNumber,
    @Nullable ReceptionNumber source,
    Instant registeredAt) {

  public ReplicaSnapshot {
    items = Collections.unmodifiableMap(new LinkedHashMap<>(items));
  }

  /** Whether the record itself says that it does not answer without people (MS-05). */
  public boolean isHeld() {
    return responseMode == ResponseMode.APPROVAL_REQUIRED;
  }

  /** Never shows the content: it is what the law protects. */
  @Override
  public String toString() {
    return "ReplicaSnapshot[redacted]";
  }
}
