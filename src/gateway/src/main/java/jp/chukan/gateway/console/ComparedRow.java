package jp.chukan.gateway.console;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.gateway.layout.LayoutItem;
import jp.chukan.gateway.layout.StandardLayout;
import jp.chukan.gateway.replica.ReplicaChange;
import jp.chukan.gateway.replica.ReplicaDraft;
import jp.chukan.gateway.replica.ReplicaSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * One line of before and after side by side.
 *
 * @param title key of its name, null for an item
 * @param name name of the item, null for what is no item
 * @param code 「項目コード」, null for what is no item
 * @param before as it was, null when nothing
 * @param after as it is to be, null when nothing
 */
record ComparedRow(
    @Nullable String title,
    @Nullable String name,
    @Nullable String code,
    @Nullable String before,
    @Nullable String after) {

  public boolean isChanged() {
    return !Objects.equals(before, after);
  }

  /** Everything that either side holds, in the order of the layout. */
  static List<ComparedRow> of(ReplicaChange change, StandardLayout layout) {
    ReplicaSnapshot before = change.before();
    ReplicaDraft after = change.after();
    List<ComparedRow> rows = new ArrayList<>();
    rows.add(
        titled(
            "edition",
            before == null ? null : before.edition().value(),
            after == null ? null : after.edition().value()));
    rows.add(
        titled(
            "replica.publishedFrom",
            before == null ? null : day(before.publishedFrom()),
            after == null ? null : day(after.publishedFrom())));
    rows.add(
        titled(
            "replica.publishedTo",
            before == null ? null : day(before.publishedTo()),
            after == null ? null : day(after.publishedTo())));
    rows.addAll(items(before, after, layout));
    return rows;
  }

  private static List<ComparedRow> items(
      @Nullable ReplicaSnapshot before, @Nullable ReplicaDraft after, StandardLayout layout) {
    Map<ItemCode, String> left = before == null ? Map.of() : before.items();
    Map<ItemCode, String> right = after == null ? Map.of() : after.items();
    Set<ItemCode> codes = new LinkedHashSet<>(layout.itemCodes());
    codes.addAll(left.keySet());
    codes.addAll(right.keySet());
    return codes.stream()
        .filter(code -> left.containsKey(code) || right.containsKey(code))
        .map(code -> item(code, layout, left.get(code), right.get(code)))
        .toList();
  }

  private static ComparedRow item(
      ItemCode code, StandardLayout layout, @Nullable String left, @Nullable String right) {
    LayoutItem item = layout.item(code).orElse(null);
    return new ComparedRow(
        null,
        item == null ? code.value() : item.name(),
        code.value(),
        text(item, left),
        text(item, right));
  }

  private static @Nullable String text(@Nullable LayoutItem item, @Nullable String value) {
    return item == null || value == null ? value : ItemField.text(item, value);
  }

  private static ComparedRow titled(String title, @Nullable String before, @Nullable String after) {
    return new ComparedRow(title, null, null, before, after);
  }

  private static @Nullable String day(@Nullable LocalDate day) {
    return day == null ? null : day.toString().replace('-', '/');
  }

  /** Never shows the values: they are what the law protects. */
  @Override
  public String toString() {
    return "ComparedRow[redacted]";
  }
}
