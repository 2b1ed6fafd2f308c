package jp.chukan.mocknetwork.identity;

import java.util.Optional;
import jp.chukan.mocknetwork.link.Fault;
import jp.chukan.mocknetwork.link.RefusedCallException;

/** 論理チェック of a change against what is kept (JN-04, JN-06, JN-39; G:438, G:555). */
public final class IdentityChecks {
  private static final String REASON = "reason";

  private IdentityChecks() {}

  /**
   * Lets a change pass that may follow what is kept.
   *
   * @param known what is kept of this 住民票コード, empty when nothing is
   * @param holder who has this 個人番号 by what is kept, empty when nobody does
   * @throws RefusedCallException ALREADY_PRESENT for an arrival of somebody who lives there;
   *     ALREADY_REMOVED for a 消除 of the 消除; UNKNOWN for a change of somebody who does not live
   *     there; CHANGES_TOO_MUCH for a 転居 that changes more than the address; NUMBER_OF_ANOTHER when
   *     number and person do not belong together; SUPERSEDED for a version that is not newer
   */
  public static void require(
      IdentityInformation change,
      Optional<IdentityInformation> known,
      Optional<IdentityInformation> holder) {
    if (holder.filter(other -> !other.recordCode().equals(change.recordCode())).isPresent()
        || known
            .filter(one -> !one.individualNumber().equals(change.individualNumber()))
            .isPresent()) {
      throw new RefusedCallException(Fault.NUMBER_OF_ANOTHER, "individualNumber");
    }
    boolean sameMunicipality =
        known.filter(one -> one.municipality().equals(change.municipality())).isPresent();
    boolean present = sameMunicipality && !known.orElseThrow().reason().isRemoval();
    if (sameMunicipality && change.version() <= known.orElseThrow().version()) {
      throw new RefusedCallException(Fault.SUPERSEDED, "version");
    }
    if (change.reason().isArrival()) {
      requireArrival(change, known, present);
    } else if (change.reason().isRemoval()) {
      if (sameMunicipality && !present) {
        throw new RefusedCallException(Fault.ALREADY_REMOVED, REASON);
      }
      requirePresent(present);
    } else {
      requirePresent(present);
      if (change.reason() == ChangeReason.MOVED_WITHIN
          && !change.differsInAddressOnly(known.orElseThrow())) {
        throw new RefusedCallException(Fault.CHANGES_TOO_MUCH, "person");
      }
    }
  }

  private static void requireArrival(
      IdentityInformation change, Optional<IdentityInformation> known, boolean present) {
    if (present || (change.reason() == ChangeReason.BORN && known.isPresent())) {
      throw new RefusedCallException(Fault.ALREADY_PRESENT, REASON);
    }
    if (known.filter(one -> one.reason() == ChangeReason.DIED).isPresent()) {
      throw new RefusedCallException(Fault.ALREADY_REMOVED, REASON);
    }
  }

  private static void requirePresent(boolean present) {
    if (!present) {
      throw new RefusedCallException(Fault.UNKNOWN, "recordCode");
    }
  }
}
