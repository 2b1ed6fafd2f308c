package jp.chukan.mocknetwork.municipality;

import java.util.List;
import jp.chukan.contract.code.AddresseeNumber;
import jp.chukan.contract.code.ProcessingNumber;

/**
 * A business system asks the hub for the 「処理通番」 under which 符号 of persons were acquired (MS-34): by
 * it the core knows the person, and nobody else anything.
 *
 * @param addressees 宛名番号 of the business system
 */
public record AcquiredNumbers(List<AddresseeNumber> addressees) {
  /** Kind of message. */
  public static final String MESSAGE = "processing-numbers";

  public AcquiredNumbers {
    addressees = List.copyOf(addressees);
  }

  /**
   * The answer.
   *
   * @param numbers of those for whom there is one
   */
  public record Reply(List<Number> numbers) {
    public Reply {
      numbers = List.copyOf(numbers);
    }
  }

  /** The number of a person. */
  public record Number(AddresseeNumber addressee, ProcessingNumber number) {}
}
