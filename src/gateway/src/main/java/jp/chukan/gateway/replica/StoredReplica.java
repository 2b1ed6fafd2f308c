package jp.chukan.gateway.replica;

import java.time.LocalDate;
import java.util.Map;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.LayoutEdition;
import jp.chukan.contract.code.NonDisclosureCode;
import jp.chukan.contract.code.ResponseMode;
import org.jspecify.annotations.Nullable;

/**
 * One stored 「副本」 with its content in the clear.
 *
 * @param key what it is found by
 * @param edition layout edition that it follows
 * @param publishedFrom first day of publication
 * @param publishedTo last day, null when open
 * @param responseMode what record and person together say
 * @param nonDisclosure what record and person together say, null when neither says anything
 * @param items items that hold a value
 */
record StoredReplica(
    ReplicaKey key,
    LayoutEdition edition,
    LocalDate publishedFrom,
    @Nullable LocalDate publishedTo,
    ResponseMode responseMode,
    @Nullable NonDisclosureCode nonDisclosure,
    Map<ItemCode, String> items) {

  /** Never shows the content: it is what the law protects. */
  @Override
  public String toString() {
    return "StoredReplica[redacted]";
  }
}
