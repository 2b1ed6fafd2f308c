package jp.chukan.mocknetwork.supplement;

import java.util.Optional;
import jp.chukan.mocknetwork.link.Fault;
import jp.chukan.mocknetwork.link.RefusedCallException;

/** 論理チェック of a change of a 附票 against what is kept of it (JN-04, JN-06; G:438, G:555). */
public final class SupplementChecks {
  private static final String NOTICE = "notice";

  private SupplementChecks() {}

  /**
   * Lets a change pass that may follow what is kept.
   *
   * @param known what is kept of this 住民票コード from the same municipality, empty when nothing is
   * @throws RefusedCallException ALREADY_PRESENT for a 記載 or a return of somebody who is there;
   *     ALREADY_REMOVED for a 消除 of the 消除, a 国外転出 of somebody abroad, or a 記載 of the dead; UNKNOWN
   *     for a change of what is not there; CHANGES_TOO_MUCH for a move that changes more than the
   *     address; SUPERSEDED for a version that is not newer
   */
  public static void require(SupplementChange change, Optional<SupplementChange> known) {
    if (known.filter(one -> one.version() >= change.version()).isPresent()) {
      throw new RefusedCallException(Fault.SUPERSEDED, "version");
    }
    Optional<SupplementInformation> before = known.map(SupplementChange::information);
    SupplementInformation after = change.information();
    switch (after.notice()) {
      case ENTERED -> requireEntry(before);
      case RETURNED -> requireReturn(before);
      case MOVED -> {
        refuse(state(before) != State.IN_JAPAN, Fault.UNKNOWN, "recordCode");
        requireAddressOnly(after, before);
      }
      case LEFT_THE_COUNTRY -> {
        refuse(state(before) == State.ABROAD, Fault.ALREADY_REMOVED, NOTICE);
        refuse(state(before) != State.IN_JAPAN, Fault.UNKNOWN, "recordCode");
        requireAddressOnly(after, before);
        refuse(
            !after.lastAddress().equals(before.orElseThrow().address()),
            Fault.CHANGES_TOO_MUCH,
            "lastAddress");
      }
      case CORRECTED -> {
        State state = state(before);
        refuse(state == State.NONE || state == State.REMOVED, Fault.UNKNOWN, "recordCode");
        refuse(before.orElseThrow().state() != after.state(), Fault.CHANGES_TOO_MUCH, "state");
      }
      case DIED, TRANSFERRED -> {
        refuse(state(before) == State.REMOVED, Fault.ALREADY_REMOVED, NOTICE);
        refuse(state(before) == State.NONE, Fault.UNKNOWN, "recordCode");
      }
    }
  }

  private enum State {
    NONE,
    IN_JAPAN,
    ABROAD,
    REMOVED
  }

  private static State state(Optional<SupplementInformation> before) {
    return before
        .map(
            one ->
                switch (one.state()) {
                  case IN_JAPAN -> State.IN_JAPAN;
                  case ABROAD -> State.ABROAD;
                  case REMOVED -> State.REMOVED;
                })
        .orElse(State.NONE);
  }

  private static void requireEntry(Optional<SupplementInformation> before) {
    switch (state(before)) {
      case IN_JAPAN, ABROAD -> throw new RefusedCallException(Fault.ALREADY_PRESENT, NOTICE);
      case REMOVED ->
          refuse(
              before.orElseThrow().notice() == SupplementNotice.DIED,
              Fault.ALREADY_REMOVED,
              NOTICE);
      case NONE -> {}
    }
  }

  private static void requireReturn(Optional<SupplementInformation> before) {
    switch (state(before)) {
      case IN_JAPAN -> throw new RefusedCallException(Fault.ALREADY_PRESENT, NOTICE);
      case REMOVED, NONE -> throw new RefusedCallException(Fault.UNKNOWN, "recordCode");
      case ABROAD -> {}
    }
  }

  private static void requireAddressOnly(
      SupplementInformation after, Optional<SupplementInformation> before) {
    refuse(
        !after.differsInAddressOnly(before.orElseThrow()), Fault.CHANGES_TOO_MUCH, "information");
  }

  private static void refuse(boolean wrong, Fault fault, String place) {
    if (wrong) {
      throw new RefusedCallException(fault, place);
    }
  }
}
