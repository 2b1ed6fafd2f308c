package jp.chukan.gateway.console;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.gateway.layout.LayoutItem;
import jp.chukan.gateway.layout.StandardLayout;
import org.jspecify.annotations.Nullable;

/**
 * One item of a 「副本」 as a form asks for it.
 *
 * @param code 「項目コード」
 * @param name name for staff
 * @param type kind of value, in small letters
 * @param maxLength most characters of text or digits
 * @param options values of a code with their meaning, in order
 * @param required whether it must hold a value
 * @param placeholder whether nobody has published what it is
 * @param present what is stored, null when nothing is
 * @param typed what the person typed, null when nothing
 */
record ItemField(
    String code,
    String name,
    String type,
    int maxLength,
    List<Option> options,
    boolean required,
    boolean placeholder,
    @Nullable String present,
    @Nullable String typed) {

  /**
   * @param value what is stored
   * @param meaning what it stands for
   */
  record Option(String value, String meaning) {}

  /** Every item of the layout in its order. */
  static List<ItemField> of(
      StandardLayout layout, Map<ItemCode, String> stored, Map<ItemCode, String> typed) {
    return layout.items().stream()
        .map(item -> of(item, stored.get(item.code()), typed.get(item.code())))
        .toList();
  }

  private static ItemField of(LayoutItem item, @Nullable String stored, @Nullable String typed) {
    return new ItemField(
        item.code().value(),
        item.name(),
        item.type().name().toLowerCase(Locale.ROOT),
        item.maxLength(),
        new TreeMap<>(item.codes())
            .entrySet().stream().map(code -> new Option(code.getKey(), code.getValue())).toList(),
        item.required(),
        item.placeholder(),
        stored == null ? null : text(item, stored),
        typed);
  }

  /** A value as staff read it: that of a code with its meaning. */
  static String text(LayoutItem item, String value) {
    String meaning = item.codes().get(value);
    return meaning == null ? value : value + " " + meaning;
  }

  /** Never shows the values: they are what the law protects. */
  @Override
  public String toString() {
    return "ItemField[" + code + "]";
  }
}
