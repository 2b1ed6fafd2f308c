package jp.chukan.gateway.inquiry;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.document.ProvidedInformation;
import jp.chukan.contract.document.ProvidedInformation.Item;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.gateway.kernel.JapanDay;
import jp.chukan.gateway.layout.StandardLayout;
import jp.chukan.gateway.layout.StandardLayouts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Holds what was provided against what was asked for (JN-13). Refuses everything else with {@link
 * ErrorCode#SKI_ANSWER_CONTENT}: another exchange, provider or information, an item more, less or
 * twice, an edition that is not in force, a value that its layout does not allow (JN-05, MS-31).
 */
@Component
final class AnsweredItems {
  private final StandardLayouts layouts;

  AnsweredItems(StandardLayouts layouts) {
    this.layouts = layouts;
  }

  /**
   * The same information with its items in the order in which they were asked for.
   *
   * @param providedAt when the provider answered: its edition must be in force on that day
   * @throws InvalidInputException names no item and no value
   */
  ProvidedInformation of(OpenInquiry inquiry, ProvidedInformation provided, Instant providedAt) {
    if (!isOf(inquiry, provided)) {
      throw InvalidInputException.of(ErrorCode.SKI_ANSWER_CONTENT);
    }
    List<Item> items = inOrder(inquiry, provided);
    boolean conforming =
        items.size() == inquiry.items().size()
            && items.size() == provided.items().size()
            && layout(provided, providedAt)
                .filter(layout -> layout.refusalOfSome(values(items)).isEmpty())
                .isPresent();
    if (!conforming) {
      throw InvalidInputException.of(ErrorCode.SKI_ANSWER_CONTENT);
    }
    return new ProvidedInformation(
        provided.processingNumber(),
        provided.provider(),
        provided.information(),
        provided.edition(),
        items);
  }

  private static boolean isOf(OpenInquiry inquiry, ProvidedInformation provided) {
    return provided.processingNumber().equals(inquiry.number())
        && provided.provider().equals(inquiry.provider())
        && provided.information().equals(inquiry.information());
  }

  /** The items that were asked for and came, each once. */
  private static List<Item> inOrder(OpenInquiry inquiry, ProvidedInformation provided) {
    Map<ItemCode, Item> items = new HashMap<>();
    provided.items().forEach(item -> items.put(item.code(), item));
    return inquiry.items().stream().filter(items::containsKey).map(items::get).toList();
  }

  private Optional<StandardLayout> layout(ProvidedInformation provided, Instant providedAt) {
    return layouts.find(provided.information(), provided.edition(), JapanDay.of(providedAt));
  }

  private static Map<ItemCode, @Nullable String> values(List<Item> items) {
    Map<ItemCode, @Nullable String> values = new LinkedHashMap<>();
    items.forEach(item -> values.put(item.code(), item.value()));
    return values;
  }
}
