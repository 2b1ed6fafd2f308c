package jp.chukan.mocknetwork.replica;

import java.util.List;
import java.util.Map;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.LayoutEdition;
import jp.chukan.contract.code.SpecificPersonalInformationCode;

/** What a business system registers about a person as 「副本」. */
public interface ReplicaContent {
  SpecificPersonalInformationCode information();

  LayoutEdition edition();

  ItemCode dataSet();

  /** Every item, in layout order. */
  List<ItemCode> layout();

  /** The values by item; an item without a value is absent. */
  Map<ItemCode, String> items();
}
