package jp.chukan.mocknetwork.day;

import java.util.Optional;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.mocknetwork.residentrecords.ResidentEvent;
import jp.chukan.mocknetwork.residentrecords.ResidentEvent.MoveIn;

/**
 * Something that can happen now.
 *
 * @param municipality where
 * @param event what
 * @param then the 転入 of the same people in another served municipality, later on
 */
record DrawnEvent(InstitutionCode municipality, ResidentEvent event, Optional<Arrival> then) {
  DrawnEvent(InstitutionCode municipality, ResidentEvent event) {
    this(municipality, event, Optional.empty());
  }

  /** People who have left one served municipality and will be at another. */
  record Arrival(InstitutionCode municipality, MoveIn moveIn) {}
}
