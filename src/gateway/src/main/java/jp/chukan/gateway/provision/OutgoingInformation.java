package jp.chukan.gateway.provision;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.document.ProvidedInformation;
import jp.chukan.contract.document.ProvidedInformation.Item;
import jp.chukan.contract.message.ProvisionRequest;
import jp.chukan.gateway.replica.ReplicaItem;
import jp.chukan.gateway.replica.ReplicaLookup.Found;

/** Makes what leaves of what is stored: the asked items and nothing else (MS-03, MS-14). */
final class OutgoingInformation {
  private OutgoingInformation() {}

  /** Whether the 「副本」 gave each asked item once and no other. */
  static boolean isExact(ProvisionRequest.Body request, Found found) {
    Set<ItemCode> asked = Set.copyOf(request.requestedItems());
    List<ReplicaItem> items = found.items();
    return items.size() == asked.size()
        && items.stream().map(ReplicaItem::code).collect(Collectors.toSet()).equals(asked);
  }

  /**
   * @throws IllegalStateException when the 「副本」 gave other items than were asked for
   */
  static ProvidedInformation of(ProvisionRequest.Body request, Found found) {
    return of(request, found, Set.of());
  }

  /**
   * The same without the values of some items: such an item stands in its place and holds none.
   *
   * @throws IllegalStateException when the 「副本」 gave other items than were asked for
   */
  static ProvidedInformation of(ProvisionRequest.Body request, Found found, Set<ItemCode> without) {
    if (!isExact(request, found)) {
      // the last door before anything leaves does not rely on the one before
      throw new IllegalStateException("the replica gave other items than were asked for");
    }
    return new ProvidedInformation(
        request.processingNumber(),
        request.provider(),
        request.information(),
        found.edition(),
        found.items().stream()
            .map(item -> new Item(item.code(), without.contains(item.code()) ? null : item.value()))
            .toList());
  }
}
