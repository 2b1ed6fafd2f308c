package jp.chukan.mocknetwork.municipality;

import java.util.List;
import jp.chukan.contract.code.AddresseeNumber;
import jp.chukan.mocknetwork.person.BasicInformation;
import jp.chukan.mocknetwork.person.IndividualNumber;

/**
 * A business system enters persons at the hub (MS-33, MS-37).
 *
 * @param entries each once
 */
public record AddresseeEntries(List<Entry> entries) {
  /** Kind of message. */
  public static final String MESSAGE = "addressees";

  public AddresseeEntries {
    entries = List.copyOf(entries);
  }

  /**
   * A person.
   *
   * @param addresseeNumber 宛名番号 in the business system
   * @param individualNumber 個人番号
   * @param person 4情報
   */
  public record Entry(
      AddresseeNumber addresseeNumber, IndividualNumber individualNumber, BasicInformation person) {
    /** Never shows a value: all of it is about a person. */
    @Override
    public String toString() {
      return "Entry[redacted]";
    }
  }

  /**
   * What the receiver answers.
   *
   * @param entries how many it has now
   */
  public record Entered(int entries) {}
}
