package jp.chukan.mocknetwork.inquiryrelay;

import java.util.List;
import java.util.Optional;
import jp.chukan.contract.code.AddresseeNumber;
import jp.chukan.contract.code.AffairCode;
import jp.chukan.contract.code.DepartmentCode;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.ProcedureCode;
import jp.chukan.contract.code.ProviderDesignation;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.contract.code.UserId;

/**
 * A business system hands a single 「情報照会」 in at the hub (MS-24).
 *
 * @param addressee the person, by the 宛名番号 of the business system
 * @param items the items wanted, empty for all of the layout
 */
public record BusinessInquiry(
    AddresseeNumber addressee,
    DepartmentCode department,
    UserId user,
    AffairCode affair,
    ProcedureCode procedure,
    ProviderDesignation provider,
    SpecificPersonalInformationCode information,
    List<ItemCode> items) {
  /** Kind of message. */
  public static final String MESSAGE = "inquiries";

  public BusinessInquiry {
    items = List.copyOf(items);
  }

  /** Never shows what it holds: it is about a person. */
  @Override
  public String toString() {
    return "BusinessInquiry[redacted]";
  }

  /**
   * What the hub answers; UNKNOWN is refused when it does not know the 宛名番号.
   *
   * @param reference by which the result is fetched, empty when the server refused
   * @param errorCode identifier of the catalogue, empty when the server took it
   */
  public record Asked(Optional<ReceptionNumber> reference, Optional<String> errorCode) {}

  /**
   * How an inquiry stands, asked by whoever handed it in; UNKNOWN is refused for any other.
   *
   * @param reference as it was answered
   */
  public record ResultQuery(ReceptionNumber reference, DepartmentCode department, UserId user) {
    /** Kind of message. */
    public static final String MESSAGE = "inquiry-results";
  }

  /**
   * How it stands.
   *
   * @param addressee the person
   * @param complete whether nothing will change any more
   * @param errorCode identifier of the catalogue, empty when normal
   * @param items what was provided
   */
  public record Result(
      AddresseeNumber addressee, boolean complete, Optional<String> errorCode, List<Item> items) {
    public Result {
      items = List.copyOf(items);
    }

    /** Never shows what it holds: it is about a person. */
    @Override
    public String toString() {
      return "Result[redacted]";
    }
  }

  /** An item that was provided. */
  public record Item(ItemCode code, Optional<String> value) {
    /** Never shows the value. */
    @Override
    public String toString() {
      return "Item[" + code + ", redacted]";
    }
  }
}
