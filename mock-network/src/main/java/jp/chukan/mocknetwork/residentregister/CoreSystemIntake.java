package jp.chukan.mocknetwork.residentregister;

import java.util.List;

/** The end of the resident-register network: the core system takes the numbers over. */
public interface CoreSystemIntake {
  /** Takes each number over once; the same number again changes nothing. */
  void take(List<CarriedNumber> numbers);
}
