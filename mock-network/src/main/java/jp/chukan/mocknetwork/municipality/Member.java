package jp.chukan.mocknetwork.municipality;

import jp.chukan.contract.code.AddresseeNumber;
import jp.chukan.mocknetwork.residentrecords.Resident;

/**
 * A person as one business system knows it.
 *
 * @param position in that business system, from 0
 * @param addresseeNumber 宛名番号 in that business system
 * @param resident the person, who may live elsewhere
 */
public record Member(int position, AddresseeNumber addresseeNumber, Resident resident) {
  /** Shows the position only: the rest is about a person. */
  @Override
  public String toString() {
    return "Member[" + position + ", redacted]";
  }
}
