package jp.chukan.mocknetwork.residentrecords;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Map;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.LayoutEdition;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.mocknetwork.replica.ReplicaContent;

/**
 * 「世帯情報」, all that 住民票関係情報 holds (MS-14): a head of household, or the head's name and the
 * relationship to the head.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = HouseholdInformation.Head.class, name = "HEAD"),
  @JsonSubTypes.Type(value = HouseholdInformation.Member.class, name = "MEMBER")
})
public sealed interface HouseholdInformation extends ReplicaContent {
  SpecificPersonalInformationCode INFORMATION =
      new SpecificPersonalInformationCode("TM00000000000001");
  LayoutEdition EDITION = new LayoutEdition("1");
  ItemCode DATA_SET = new ItemCode("TK00000000000100");
  ItemCode HEAD_FLAG = new ItemCode("TK00000000000101");
  ItemCode HEAD_NAME = new ItemCode("TK00000000000102");
  ItemCode RELATIONSHIP = new ItemCode("TK00000000000103");

  /** The items, in the order of the layout. */
  List<ItemCode> LAYOUT = List.of(HEAD_FLAG, HEAD_NAME, RELATIONSHIP);

  @Override
  default SpecificPersonalInformationCode information() {
    return INFORMATION;
  }

  @Override
  default LayoutEdition edition() {
    return EDITION;
  }

  @Override
  default ItemCode dataSet() {
    return DATA_SET;
  }

  @Override
  default List<ItemCode> layout() {
    return LAYOUT;
  }

  /** The person is the head (世帯主). */
  record Head() implements HouseholdInformation {
    @Override
    public Map<ItemCode, String> items() {
      return Map.of(HEAD_FLAG, "1");
    }
  }

  /**
   * The person belongs to the household of somebody else.
   *
   * @param headName 世帯主氏名
   * @param relationship 続柄
   */
  record Member(String headName, String relationship) implements HouseholdInformation {
    @Override
    public Map<ItemCode, String> items() {
      return Map.of(HEAD_FLAG, "0", HEAD_NAME, headName, RELATIONSHIP, relationship);
    }

    /** Never shows a value: all of it is about persons. */
    @Override
    public String toString() {
      return "Member[redacted]";
    }
  }
}
