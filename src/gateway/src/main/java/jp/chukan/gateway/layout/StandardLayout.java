package jp.chukan.gateway.layout;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.LayoutEdition;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * 「データ標準レイアウト」 of one 「特定個人情報」 in one edition: the items that a 「副本」 may hold, and no others
 * (MS-14, JN-08).
 */
public final class StandardLayout {
  private final String file;
  private final LayoutFile content;
  private final Map<ItemCode, LayoutItem> items;

  /**
   * @param file where it was read, for the error of another file that contradicts it
   * @param content what was read, found sound
   */
  StandardLayout(String file, LayoutFile content) {
    this.file = file;
    this.content = content;
    // every item of every record is looked up: a layout has hundreds of them
    this.items = new LinkedHashMap<>();
    content.layoutItems().forEach(item -> items.put(item.code(), item));
  }

  /**
   * What the value of one item demands of others.
   *
   * @param when item and value that bring the demand
   * @param with items that must then hold a value
   * @param without items that must then hold none
   */
  public record Combination(Condition when, List<ItemCode> with, List<ItemCode> without) {
    public Combination {
      with = orEmpty(with);
      without = orEmpty(without);
    }
  }

  /**
   * @param item the item that is looked at
   * @param value the value that it has
   */
  public record Condition(ItemCode item, @JsonProperty("is") String value) {}

  String file() {
    return file;
  }

  /** Which 「特定個人情報」. */
  public SpecificPersonalInformationCode information() {
    return content.information();
  }

  /** Its name for staff. */
  public String name() {
    return content.name();
  }

  /** 「版番号」. */
  public LayoutEdition edition() {
    return content.edition();
  }

  /** First day on which the edition is in force. */
  public LocalDate validFrom() {
    return content.validFrom();
  }

  /** Last day on which it is, null when open. */
  public @Nullable LocalDate validTo() {
    return content.validTo();
  }

  public boolean inForceOn(LocalDate day) {
    LocalDate last = validTo();
    return !day.isBefore(validFrom()) && (last == null || !day.isAfter(last));
  }

  /** Item code of the data set that holds the items. */
  public ItemCode dataSet() {
    return content.dataSet();
  }

  /** In the order in which an answer lists them. */
  public List<LayoutItem> items() {
    return List.copyOf(items.values());
  }

  /** Codes of the items in the order in which an answer lists them. */
  public List<ItemCode> itemCodes() {
    return List.copyOf(items.keySet());
  }

  public Optional<LayoutItem> item(ItemCode code) {
    return Optional.ofNullable(items.get(code));
  }

  /**
   * Holds values against this layout: none is a 「個人番号」, each item is of it and in its form, nothing
   * required is missing, and the items may stand together (MS-51).
   *
   * @param values every item that came, null where it holds no value
   * @return what is wrong first, empty when nothing is
   */
  public Optional<Refusal> refusalOf(Map<ItemCode, @Nullable String> values) {
    return refusalOf(values, items.keySet());
  }

  /**
   * As {@link #refusalOf}, for an answer that holds only the items that were asked for: what the
   * layout demands of the others is not looked at (JN-13).
   *
   * @param values every item that was asked for, null where it holds no value
   */
  public Optional<Refusal> refusalOfSome(Map<ItemCode, @Nullable String> values) {
    return refusalOf(values, values.keySet());
  }

  private Optional<Refusal> refusalOf(
      Map<ItemCode, @Nullable String> values, Set<ItemCode> demanded) {
    return individualNumber(values)
        .or(() -> outside(values))
        .or(() -> otherForm(values))
        .or(() -> missing(values, demanded))
        .or(() -> combination(values, demanded));
  }

  private Optional<Refusal> individualNumber(Map<ItemCode, @Nullable String> values) {
    return first(
        values,
        (code, value) ->
            value != null
                && item(code).filter(LayoutItem::twelveDigits).isEmpty()
                && IndividualNumberForm.isIn(value),
        ErrorCode.DBM_INDIVIDUAL_NUMBER);
  }

  private Optional<Refusal> outside(Map<ItemCode, @Nullable String> values) {
    return first(values, (code, value) -> item(code).isEmpty(), ErrorCode.DBM_ITEM_OUTSIDE_LAYOUT);
  }

  private Optional<Refusal> otherForm(Map<ItemCode, @Nullable String> values) {
    return first(
        values,
        (code, value) -> value != null && !item(code).orElseThrow().accepts(value),
        ErrorCode.DBM_ITEM_FORM);
  }

  private static Optional<Refusal> first(
      Map<ItemCode, @Nullable String> values,
      BiPredicate<ItemCode, @Nullable String> wrong,
      ErrorCode code) {
    for (Map.Entry<ItemCode, @Nullable String> entry : values.entrySet()) {
      if (wrong.test(entry.getKey(), entry.getValue())) {
        return refusal(code, entry.getKey());
      }
    }
    return Optional.empty();
  }

  private Optional<Refusal> missing(
      Map<ItemCode, @Nullable String> values, Set<ItemCode> demanded) {
    return items.values().stream()
        .filter(item -> item.required() && demanded.contains(item.code()))
        .filter(item -> values.get(item.code()) == null)
        .findFirst()
        .flatMap(item -> refusal(ErrorCode.SYM_MISSING_ELEMENT, item.code()));
  }

  private Optional<Refusal> combination(
      Map<ItemCode, @Nullable String> values, Set<ItemCode> demanded) {
    for (Combination combination : content.combinations()) {
      Condition when = combination.when();
      if (!when.value().equals(values.get(when.item()))) {
        continue;
      }
      for (ItemCode code : combination.without()) {
        if (values.get(code) != null) {
          return refusal(ErrorCode.DBM_ITEM_COMBINATION, code);
        }
      }
      for (ItemCode code : combination.with()) {
        if (demanded.contains(code) && values.get(code) == null) {
          return refusal(ErrorCode.DBM_ITEM_COMBINATION, code);
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Refusal> refusal(ErrorCode code, ItemCode item) {
    return Optional.of(Refusal.at(code, item.value()));
  }

  private static <T> List<T> orEmpty(@Nullable List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }
}
