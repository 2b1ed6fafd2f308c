package jp.chukan.gateway.layout;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.chukan.contract.code.ItemCode;

/**
 * Holds a layout file against itself: a layout that was meant stricter than it was read would let
 * data through.
 *
 * @param file its name, for the error
 */
record LayoutFileCheck(String file) {

  /** As many as there are numbers of three digits: more in a row is a slip of the hand. */
  private static final int MOST_PLACEHOLDERS = 999;

  /** Nobody knows what a placeholder stands for, so it is no room for a document. */
  private static final int LONGEST_PLACEHOLDER = 100;

  private static final long LAST_NUMBER = 99_999_999_999_999L;

  /**
   * @throws IllegalArgumentException naming file and fault
   */
  void check(LayoutFile layout) {
    require(
        layout.information() != null
            && isWritten(layout.name())
            && layout.edition() != null
            && layout.validFrom() != null
            && layout.dataSet() != null,
        "a required entry is missing");
    require(
        layout.validTo() == null || !layout.validTo().isBefore(layout.validFrom()),
        "validTo is before validFrom");
    require(!layout.items().isEmpty(), "it has no items");
    layout.items().forEach(this::entry);
    Map<ItemCode, LayoutItem> items = distinct(layout);
    layout.combinations().forEach(combination -> combination(items, combination));
  }

  private void entry(LayoutFile.Entry entry) {
    Integer placeholders = entry.placeholders();
    if (placeholders == null) {
      item(entry);
    } else {
      run(entry, placeholders);
    }
  }

  private void item(LayoutFile.Entry item) {
    require(
        item.code() != null && isWritten(item.name()) && item.type() != null,
        "an item without code, name or type");
    boolean coded = !item.codes().isEmpty();
    boolean measured = item.length() != 0 || item.maxLength() != 0;
    switch (item.type()) {
      case TEXT ->
          require(
              item.maxLength() > 0 && item.length() == 0 && !coded,
              item.code() + " needs a maxLength and takes neither length nor codes");
      case DIGITS ->
          require(
              Math.min(item.length(), item.maxLength()) == 0
                  && Math.max(item.length(), item.maxLength()) > 0
                  && !coded,
              item.code() + " needs either a length or a maxLength and takes no codes");
      case DATE ->
          require(
              !measured && !coded && !item.twelveDigits(),
              item.code() + " is a date and takes neither a length nor codes nor twelveDigits");
      case CODE ->
          require(
              !measured && coded && !item.twelveDigits(),
              item.code() + " needs codes and takes neither a length nor twelveDigits");
    }
  }

  private void run(LayoutFile.Entry run, int count) {
    require(
        run.code() != null
            && run.name() == null
            && run.type() == null
            && run.length() == 0
            && run.codes().isEmpty()
            && !run.required()
            && !run.twelveDigits(),
        "placeholders have a first code, a number and a maxLength only");
    require(
        count >= 1 && count <= MOST_PLACEHOLDERS,
        run.code() + ": placeholders are counted from 1 to " + MOST_PLACEHOLDERS);
    require(
        run.maxLength() >= 1 && run.maxLength() <= LONGEST_PLACEHOLDER,
        run.code() + ": placeholders need a maxLength up to " + LONGEST_PLACEHOLDER);
    require(
        run.number() + count - 1 <= LAST_NUMBER,
        run.code() + ": placeholders go past the last item code");
  }

  private Map<ItemCode, LayoutItem> distinct(LayoutFile layout) {
    Map<ItemCode, LayoutItem> items = new HashMap<>();
    for (LayoutItem item : layout.layoutItems()) {
      require(items.put(item.code(), item) == null, item.code() + " stands twice");
      require(!item.code().equals(layout.dataSet()), item.code() + " is the data set itself");
    }
    return items;
  }

  private void combination(
      Map<ItemCode, LayoutItem> items, StandardLayout.Combination combination) {
    require(
        combination.when() != null
            && combination.when().item() != null
            && combination.when().value() != null,
        "a combination without item and value");
    LayoutItem when = items.get(combination.when().item());
    require(
        when != null && when.accepts(combination.when().value()),
        "a combination hangs on an item or value that the layout lacks");
    require(
        !combination.with().isEmpty() || !combination.without().isEmpty(),
        "a combination demands nothing");
    Stream.concat(combination.with().stream(), combination.without().stream())
        .forEach(code -> require(items.containsKey(code), code + " is not of the layout"));
    require(
        Stream.of(List.of(combination.when().item()), combination.with(), combination.without())
            .flatMap(List::stream)
            .map(items::get)
            .noneMatch(item -> item != null && item.placeholder()),
        "a combination with a placeholder, of which nobody knows what it means");
    require(
        combination.with().stream().noneMatch(List.copyOf(combination.without())::contains),
        "a combination demands an item both with and without value");
  }

  private static boolean isWritten(String name) {
    return name != null && !name.isBlank();
  }

  private void require(boolean sound, String fault) {
    if (!sound) {
      throw new IllegalArgumentException(file + ": " + fault);
    }
  }
}
