package jp.chukan.gateway.console;

import java.time.LocalDate;
import java.util.Optional;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.contract.error.Refusal;
import jp.chukan.gateway.approval.StaffComment;
import jp.chukan.gateway.console.Persons.Identified;
import jp.chukan.gateway.console.Persons.Person;
import jp.chukan.gateway.correction.CorrectionDesk;
import jp.chukan.gateway.correction.CorrectionOutcome;
import jp.chukan.gateway.correction.ReplicaView;
import jp.chukan.gateway.staff.StaffIdentity;
import org.springframework.stereotype.Component;

/**
 * The way to the 「副本」 of a person for every page: the purpose, whether the person of the staff may
 * look, whom two identifiers mean together (MU-26), and then the look, which is kept (MS-76).
 */
@Component
class OpenReplicas {
  private final CorrectionDesk desk;
  private final Persons persons;

  OpenReplicas(CorrectionDesk desk, Persons persons) {
    this.desk = desk;
    this.persons = persons;
  }

  /** What came of it. */
  sealed interface Opened {

    /**
     * They are shown.
     *
     * @param addressee the number
     * @param person who has it
     * @param replicas what is stored
     */
    record Shown(UnifiedAddresseeNumber addressee, Person person, ReplicaView.Shown replicas)
        implements Opened {}

    /**
     * Nothing is shown.
     *
     * @param refusal why, and at which field
     */
    record Refused(Refusal refusal) implements Opened {}
  }

  Opened open(StaffIdentity staff, ReplicaQuestion question) {
    try {
      return open(staff, question.person(), question.born(), question.code(), question.why());
    } catch (InvalidInputException e) {
      return new Opened.Refused(e.refusal());
    }
  }

  private Opened open(
      StaffIdentity staff,
      UnifiedAddresseeNumber addressee,
      LocalDate born,
      SpecificPersonalInformationCode information,
      StaffComment purpose) {
    Optional<ErrorCode> denied = desk.refusalToLook(staff, information);
    if (denied.isPresent()) {
      desk.keepRefusedLook(staff, addressee, information, purpose);
      return refused(denied.get());
    }
    return switch (persons.identify(staff.institution(), addressee, born)) {
      case Identified.Known known ->
          switch (desk.look(staff, addressee, information, purpose)) {
            case ReplicaView.Shown shown -> new Opened.Shown(addressee, known.person(), shown);
            case CorrectionOutcome.Denied none -> refused(none.code());
          };
      case Identified.Nobody nobody -> {
        desk.keepRefusedLook(staff, addressee, information, purpose);
        yield refused(ErrorCode.DBM_PERSON_MISMATCH);
      }
      case Identified.Unavailable unavailable -> {
        desk.keepRefusedLook(staff, addressee, information, purpose);
        yield refused(ErrorCode.FGU_DIRECTORY_UNAVAILABLE);
      }
    };
  }

  private static Opened.Refused refused(ErrorCode code) {
    return new Opened.Refused(Refusal.of(code));
  }
}
