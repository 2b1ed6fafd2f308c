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
   * @param known what is kept of this 住民票コード and of this 個人番号
   * @throws RefusedCallException ALREADY_PRESENT for an arrival of somebody who lives there, or a
   *     birth of somebody who was born; ALREADY_REMOVED for a 消除 of the 消除, or an arrival of the
   *     dead; UNKNOWN for a change of somebody who does not live there; CHANGES_TOO_MUCH for a 転居
   *     that changes more than the address; NUMBER_OF_ANOTHER when number and person do not belong
   *     together; SUPERSEDED for a version that is not newer
   */
  public static void require(IdentityInformation change, KnownPersons known) {
    known.requireNumberOf(change);
    Optional<IdentityInformation> here = known.at(change.recordCode(), change.municipality());
    if (here.filter(last -> change.version() <= last.version()).isPresent()) {
      throw new RefusedCallException(Fault.SUPERSEDED, "version");
    }
    if (change.reason().isArrival()) {
      requireArrival(change, here, known);
    } else if (change.reason().isRemoval()) {
      if (requireKnown(here).reason().isRemoval()) {
        throw new RefusedCallException(Fault.ALREADY_REMOVED, REASON);
      }
    } else {
      IdentityInformation last = requireKnown(here);
      if (last.reason().isRemoval()) {
        throw new RefusedCallException(Fault.UNKNOWN, "recordCode");
      }
      if (change.reason() == ChangeReason.MOVED_WITHIN && !change.differsInAddressOnly(last)) {
        throw new RefusedCallException(Fault.CHANGES_TOO_MUCH, "person");
      }
    }
  }

  /**
   * Who lives in another municipality may arrive here: the 転出 from there may come later, by another
   * line.
   */
  private static void requireArrival(
      IdentityInformation change, Optional<IdentityInformation> here, KnownPersons known) {
    boolean present = here.filter(last -> !last.reason().isRemoval()).isPresent();
    if (present || (change.reason() == ChangeReason.BORN && known.has(change.recordCode()))) {
      throw new RefusedCallException(Fault.ALREADY_PRESENT, REASON);
    }
    if (known.isDead(change.recordCode())) {
      throw new RefusedCallException(Fault.ALREADY_REMOVED, REASON);
    }
  }

  private static IdentityInformation requireKnown(Optional<IdentityInformation> here) {
    return here.orElseThrow(() -> new RefusedCallException(Fault.UNKNOWN, "recordCode"));
  }
}
