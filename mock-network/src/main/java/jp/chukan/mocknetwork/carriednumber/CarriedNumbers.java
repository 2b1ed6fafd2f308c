package jp.chukan.mocknetwork.carriednumber;

import java.util.List;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.mocknetwork.link.Fault;
import jp.chukan.mocknetwork.link.RefusedCallException;

/**
 * Numbers in one message, the same at each step of the resident-register network.
 *
 * @param numbers each once
 */
public record CarriedNumbers(List<CarriedNumber> numbers) {
  /** Kind of message. */
  public static final String MESSAGE = "carried-numbers";

  public CarriedNumbers {
    numbers = List.copyOf(numbers);
  }

  /**
   * Refuses numbers that the sender cannot have: each system carries those of its own municipality
   * or of those in its prefecture (JN-09).
   *
   * @param place of the sender, five digits or two
   * @throws RefusedCallException FORBIDDEN_SENDER when one belongs to another institution
   */
  public void requireFrom(String place) {
    if (numbers.stream().anyMatch(number -> !isOf(number.institution(), place))) {
      throw new RefusedCallException(Fault.FORBIDDEN_SENDER, "institution");
    }
  }

  private static boolean isOf(InstitutionCode institution, String place) {
    return institution.value().startsWith("02201" + place)
        && institution.value().endsWith("101700");
  }

  /**
   * What the receiver answers.
   *
   * @param numbers how many it took: all
   */
  public record Taken(int numbers) {}
}
