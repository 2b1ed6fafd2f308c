package jp.chukan.mocknetwork.residentrecords;

import java.util.List;
import jp.chukan.contract.code.InstitutionCode;

/** What else is written down in the transaction of an event. */
public interface EventFollower {
  /**
   * Follows an event.
   *
   * @param changed the residents whose record changed, each once, as they are now
   * @param number of the event, greater than that of every one before
   */
  void follow(
      InstitutionCode municipality, ResidentEvent event, List<Resident> changed, int number);
}
