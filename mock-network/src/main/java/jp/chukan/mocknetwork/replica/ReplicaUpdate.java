package jp.chukan.mocknetwork.replica;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.chukan.contract.code.AddresseeNumber;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.LayoutEdition;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.mocknetwork.person.BasicInformation;
import jp.chukan.mocknetwork.person.IndividualNumber;

/**
 * What a business system wants to have registered about a person: the hub enters the person, puts
 * the 団体内統合宛名番号 in the place of the numbers, and sends the rest to the server (MS-31, MS-33).
 *
 * @param addresseeNumber 宛名番号 in the business system
 * @param individualNumber 個人番号
 * @param person 4情報
 * @param information 特定個人情報 that it is
 * @param edition of its layout
 * @param dataSet data set of the layout
 * @param items every item, in layout order
 * @param underSupport 支援措置: 自動応答不可 and 不開示 (MU-05)
 * @param updatedAt when it came into being
 */
public record ReplicaUpdate(
    AddresseeNumber addresseeNumber,
    IndividualNumber individualNumber,
    BasicInformation person,
    SpecificPersonalInformationCode information,
    LayoutEdition edition,
    ItemCode dataSet,
    List<Item> items,
    boolean underSupport,
    Instant updatedAt) {
  public ReplicaUpdate {
    items = List.copyOf(items);
  }

  /**
   * An item.
   *
   * @param value empty when it has none
   */
  public record Item(ItemCode code, Optional<String> value) {
    /** Never shows the value. */
    @Override
    public String toString() {
      return "Item[" + code + ", redacted]";
    }
  }

  /** What a business system holds, as a message. */
  public static ReplicaUpdate of(
      AddresseeNumber addresseeNumber,
      IndividualNumber individualNumber,
      BasicInformation person,
      ReplicaContent content,
      boolean underSupport,
      Instant updatedAt) {
    return new ReplicaUpdate(
        addresseeNumber,
        individualNumber,
        person,
        content.information(),
        content.edition(),
        content.dataSet(),
        content.layout().stream()
            .map(code -> new Item(code, Optional.ofNullable(content.items().get(code))))
            .toList(),
        underSupport,
        updatedAt);
  }

  /** What is to be registered. */
  public ReplicaContent content() {
    return new Content(
        information,
        edition,
        dataSet,
        items.stream().map(Item::code).toList(),
        items.stream()
            .filter(item -> item.value().isPresent())
            .collect(Collectors.toUnmodifiableMap(Item::code, item -> item.value().orElseThrow())));
  }

  private record Content(
      SpecificPersonalInformationCode information,
      LayoutEdition edition,
      ItemCode dataSet,
      List<ItemCode> layout,
      Map<ItemCode, String> items)
      implements ReplicaContent {
    /** Never shows a value: all of it is about a person. */
    @Override
    public String toString() {
      return "Content[" + information + ", redacted]";
    }
  }

  /** Never shows a value: all of it is about a person. */
  @Override
  public String toString() {
    return "ReplicaUpdate[redacted]";
  }
}
