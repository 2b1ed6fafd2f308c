package jp.chukan.gateway.replica;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.LayoutEdition;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * 「データ標準レイアウト」 of one 「特定個人情報」 in one edition: the items that a 「副本」 may hold, and no others
 * (MS-14, JN-08).
 *
 * @param information which 「特定個人情報」
 * @param name its name for staff
 * @param edition 「版番号」
 * @param validFrom first day on which the edition is in force
 * @param validTo last day, null when open
 * @param dataSet item code of the data set that holds the items
 * @param items in the order in which an answer lists them
 * @param combinations which items go together
 */
record StandardLayout(
    SpecificPersonalInformationCode information,
    String name,
    LayoutEdition edition,
    LocalDate validFrom,
    @Nullable LocalDate validTo,
    ItemCode dataSet,
    List<LayoutItem> items,
    List<Combination> combinations) {

  /**
   * What the value of one item demands of others.
   *
   * @param when item and value that bring the demand
   * @param with items that must then hold a value
   * @param without items that must then hold none
   */
  record Combination(Condition when, List<ItemCode> with, List<ItemCode> without) {
    Combination {
      with = orEmpty(with);
      without = orEmpty(without);
    }
  }

  /**
   * @param item the item that is looked at
   * @param value the value that it has
   */
  record Condition(ItemCode item, @JsonProperty("is") String value) {}

  StandardLayout {
    items = orEmpty(items);
    combinations = orEmpty(combinations);
  }

  boolean inForceOn(LocalDate day) {
    return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
  }

  Optional<LayoutItem> item(ItemCode code) {
    return items.stream().filter(item -> item.code().equals(code)).findFirst();
  }

  /**
   * Holds values against this layout: each item is of it, in its form, no 「個人番号」, nothing required
   * is missing, and the items may stand together (MS-51).
   *
   * @param values the items that hold a value
   * @return what is wrong first, empty when nothing is
   */
  Optional<Refusal> refusalOf(Map<ItemCode, String> values) {
    for (Map.Entry<ItemCode, String> entry : values.entrySet()) {
      LayoutItem item = item(entry.getKey()).orElse(null);
      if (item == null) {
        return refusal(ErrorCode.DBM_ITEM_OUTSIDE_LAYOUT, entry.getKey());
      }
      if (!item.twelveDigits() && IndividualNumberForm.isIn(entry.getValue())) {
        return refusal(ErrorCode.DBM_INDIVIDUAL_NUMBER, entry.getKey());
      }
      if (!item.accepts(entry.getValue())) {
        return refusal(ErrorCode.DBM_ITEM_FORM, entry.getKey());
      }
    }
    return missing(values).or(() -> combination(values));
  }

  private Optional<Refusal> missing(Map<ItemCode, String> values) {
    return items.stream()
        .filter(item -> item.required() && !values.containsKey(item.code()))
        .findFirst()
        .flatMap(item -> refusal(ErrorCode.SYM_MISSING_ELEMENT, item.code()));
  }

  private Optional<Refusal> combination(Map<ItemCode, String> values) {
    for (Combination combination : combinations) {
      Condition when = combination.when();
      if (!when.value().equals(values.get(when.item()))) {
        continue;
      }
      for (ItemCode code : combination.without()) {
        if (values.containsKey(code)) {
          return refusal(ErrorCode.DBM_ITEM_COMBINATION, code);
        }
      }
      for (ItemCode code : combination.with()) {
        if (!values.containsKey(code)) {
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
