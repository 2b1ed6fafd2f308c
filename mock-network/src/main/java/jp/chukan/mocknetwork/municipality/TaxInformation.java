package jp.chukan.mocknetwork.municipality;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.LayoutEdition;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.mocknetwork.person.IndividualNumber;
import jp.chukan.mocknetwork.replica.ReplicaContent;

/**
 * 「地方税関係情報」 as the 税務 system of a served municipality holds it: 235 items, of which two are known
 * by name.
 *
 * @param items the values by item
 */
public record TaxInformation(Map<ItemCode, String> items) implements ReplicaContent {
  public static final SpecificPersonalInformationCode INFORMATION =
      new SpecificPersonalInformationCode("TM00000000000002");
  static final LayoutEdition EDITION = new LayoutEdition("2");
  private static final ItemCode DATA_SET = new ItemCode("TK00000000002000");
  static final List<ItemCode> LAYOUT =
      IntStream.rangeClosed(2001, 2235)
          .mapToObj(n -> new ItemCode("TK%014d".formatted(n)))
          .toList();

  /** 市町村民税均等割額. */
  static final ItemCode PER_CAPITA = new ItemCode("TK00000000002204");

  /** 市町村民税所得割額(定額減税前). */
  static final ItemCode INCOME = new ItemCode("TK00000000002228");

  private static final int FILLED_OF = 4;

  public TaxInformation {
    items = Map.copyOf(items);
  }

  /**
   * What a municipality holds about a person, the same every time. {@link Random} is used for its
   * specified sequence, not for chance.
   */
  public static TaxInformation of(InstitutionCode municipality, IndividualNumber person) {
    var random = new Random((municipality.value() + "/" + person.value()).hashCode());
    Map<ItemCode, String> items = new LinkedHashMap<>();
    for (ItemCode item : LAYOUT) {
      if (random.nextInt(FILLED_OF) == 0) {
        items.put(item, "%05d".formatted(random.nextInt(100_000)));
      }
    }
    items.put(PER_CAPITA, "3000");
    items.put(INCOME, String.valueOf(random.nextInt(4_000) * 100));
    return new TaxInformation(items);
  }

  @Override
  public SpecificPersonalInformationCode information() {
    return INFORMATION;
  }

  @Override
  public LayoutEdition edition() {
    return EDITION;
  }

  @Override
  public ItemCode dataSet() {
    return DATA_SET;
  }

  @Override
  public List<ItemCode> layout() {
    return LAYOUT;
  }

  /** Never shows a value: all of it is about a person. */
  @Override
  public String toString() {
    return "TaxInformation[redacted]";
  }
}
