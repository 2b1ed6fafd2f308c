package jp.chukan.gateway.reconciliation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.gateway.replica.ReplicaKey;
import jp.chukan.gateway.replica.ReplicaSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * What is the same: the period of publication and every item, letter by letter; an item that is
 * empty, nil or not there holds no value. How the 「副本」 is kept (edition, flags, region, parent) is
 * not what the register says, and is not compared.
 */
final class Comparison {
  /** The order in which the database hands over both sides: byte by byte, all codes are ASCII. */
  static final Comparator<ReplicaKey> ORDER =
      Comparator.comparing((ReplicaKey key) -> key.addressee().value())
          .thenComparing(key -> key.dataSet().value())
          .thenComparing(ReplicaKey::recordKey);

  private final Set<ItemCode> only;

  /**
   * @param only the items that alone are compared; empty for all
   */
  Comparison(Collection<ItemCode> only) {
    this.only = Set.copyOf(only);
  }

  /** In the order of the period and the item codes; empty when both say the same. */
  List<ItemDifference> differences(RegisterRecord register, ReplicaSnapshot replica) {
    List<ItemDifference> found = new ArrayList<>();
    if (register.saysFrom()) {
      add(found, RegisterColumn.PUBLISHED_FROM, register.publishedFrom(), replica.publishedFrom());
    }
    if (register.saysTo()) {
      add(found, RegisterColumn.PUBLISHED_TO, register.publishedTo(), replica.publishedTo());
    }
    Set<ItemCode> items = new TreeSet<>(Comparator.comparing(ItemCode::value));
    items.addAll(only.isEmpty() ? register.items().keySet() : only);
    if (only.isEmpty()) {
      items.addAll(replica.items().keySet());
    }
    for (ItemCode item : items) {
      add(found, item.value(), register.items().get(item), replica.items().get(item));
    }
    return found;
  }

  private static void add(
      List<ItemDifference> found,
      RegisterColumn column,
      @Nullable LocalDate register,
      @Nullable LocalDate replica) {
    add(found, column.element(), Objects.toString(register, null), Objects.toString(replica, null));
  }

  private static void add(
      List<ItemDifference> found,
      String item,
      @Nullable String register,
      @Nullable String replica) {
    if (!Objects.equals(register, replica)) {
      found.add(new ItemDifference(item, register, replica));
    }
  }
}
