package jp.chukan.gateway.console;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.document.ProvidedInformation;
import jp.chukan.gateway.layout.LayoutItem;
import jp.chukan.gateway.provision.PreparedContent;
import jp.chukan.gateway.provision.ReleasableContent.Providable;
import jp.chukan.gateway.provision.ReleasePreview;
import jp.chukan.gateway.replica.ReplicaItem;
import org.jspecify.annotations.Nullable;

/**
 * One asked item: what the 「副本」 holds, and what leaves (MS-05).
 *
 * @param code 「項目コード」
 * @param name of the layout, null where none in force has it
 * @param replica what the 「副本」 holds, null when nothing
 * @param outgoing what leaves, null when nothing
 * @param leaves in which way
 */
record CaseItem(
    String code,
    @Nullable String name,
    @Nullable Shown replica,
    @Nullable Shown outgoing,
    Leaves leaves) {

  /**
   * A value as it stands, with its meaning beside it.
   *
   * @param value exactly
   * @param meaning what a code stands for, null for what is no code
   */
  record Shown(String value, @Nullable String meaning) {

    @Override
    public String toString() {
      return "Shown[redacted]";
    }
  }

  /** How an item leaves. */
  enum Leaves {
    /** With this value. */
    VALUE,
    /** In its place and empty, because the 「副本」 holds nothing. */
    EMPTY,
    /** In its place and empty, because people withhold it. */
    WITHHELD,
    /** Nothing leaves for this case as it stands. */
    NOTHING
  }

  /** The asked items in the order in which an answer lists them. */
  static List<CaseItem> of(
      ReleasePreview preview, Function<ItemCode, Optional<LayoutItem>> layout) {
    Map<ItemCode, @Nullable String> stored = new HashMap<>();
    if (preview.content() instanceof Providable providable) {
      for (ReplicaItem item : providable.replica().items()) {
        stored.put(item.code(), item.value());
      }
    }
    PreparedContent prepared = preview.prepared();
    Set<ItemCode> withheld = prepared == null ? Set.of() : prepared.withheld();
    ProvidedInformation outgoing = outgoing(preview);
    if (outgoing == null) {
      return preview.requestedItems().stream()
          .map(code -> item(code, layout.apply(code), stored.get(code), null, Leaves.NOTHING))
          .toList();
    }
    return outgoing.items().stream()
        .map(
            item ->
                item(
                    item.code(),
                    layout.apply(item.code()),
                    stored.get(item.code()),
                    item.value(),
                    leaves(item, withheld)))
        .toList();
  }

  /** What was prepared, or else what would leave as it is; null when nothing does. */
  static @Nullable ProvidedInformation outgoing(ReleasePreview preview) {
    PreparedContent prepared = preview.prepared();
    if (prepared != null) {
      return prepared.outgoing();
    }
    return preview.content() instanceof Providable providable ? providable.information() : null;
  }

  private static Leaves leaves(ProvidedInformation.Item item, Set<ItemCode> withheld) {
    if (item.value() != null) {
      return Leaves.VALUE;
    }
    return withheld.contains(item.code()) ? Leaves.WITHHELD : Leaves.EMPTY;
  }

  private static CaseItem item(
      ItemCode code,
      Optional<LayoutItem> layout,
      @Nullable String replica,
      @Nullable String outgoing,
      Leaves leaves) {
    return new CaseItem(
        code.value(),
        layout.map(LayoutItem::name).orElse(null),
        shown(layout, replica),
        shown(layout, outgoing),
        leaves);
  }

  private static @Nullable Shown shown(Optional<LayoutItem> layout, @Nullable String value) {
    return value == null
        ? null
        : new Shown(value, layout.map(item -> item.codes().get(value)).orElse(null));
  }

  /** Never shows a value. */
  @Override
  public String toString() {
    return "CaseItem[" + code + "]";
  }
}
