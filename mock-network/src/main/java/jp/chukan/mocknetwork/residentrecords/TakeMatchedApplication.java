package jp.chukan.mocknetwork.residentrecords;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import jp.chukan.contract.code.AddresseeNumber;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.mocknetwork.application.ApplicationContent.MovingOut;
import jp.chukan.mocknetwork.link.Fault;
import jp.chukan.mocknetwork.link.RefusedCallException;
import org.springframework.stereotype.Component;

/**
 * What the 申請管理システム hands to the 既存住基システム (I:38): it asks whose a 住民票コード is, and brings
 * applications. One that comes again changes nothing.
 */
@Component
final class TakeMatchedApplication {
  private final ResidentRegisters registers;
  private final MatchedApplications applications;
  private final TakeEvent takeEvent;
  private final InstantSource clock;

  TakeMatchedApplication(
      ResidentRegisters registers,
      MatchedApplications applications,
      TakeEvent takeEvent,
      InstantSource clock) {
    this.registers = registers;
    this.applications = applications;
    this.takeEvent = takeEvent;
    this.clock = clock;
  }

  /** Says who has a 住民票コード. */
  ApplicantQuery.Reply applicant(InstitutionCode municipality, ApplicantQuery query) {
    Resident resident =
        resident(municipality, one -> one.recordCode().equals(query.recordCode()), "recordCode");
    return new ApplicantQuery.Reply(
        resident.addresseeNumber(),
        resident.basicInformation().name(),
        resident.basicInformation().birthDate());
  }

  /** Takes an application that changes no 住民票. */
  MatchedApplication.Taken take(InstitutionCode municipality, MatchedApplication application) {
    synchronized (registers.lockOf(municipality)) {
      Optional<Instant> before = applications.takenAt(municipality, application.id());
      if (before.isPresent()) {
        return new MatchedApplication.Taken(before.get());
      }
      holder(municipality, application.addresseeNumber());
      Instant at = clock.instant();
      applications.keep(
          municipality, application.id(), application.addresseeNumber(), application.content(), at);
      return new MatchedApplication.Taken(at);
    }
  }

  /** Takes a 転出届: the 住民票 of those who go are 消除, in one transaction with the application. */
  MatchedApplication.Taken moveOut(
      InstitutionCode municipality, MovingOutNotification notification) {
    synchronized (registers.lockOf(municipality)) {
      Optional<Instant> before = applications.takenAt(municipality, notification.id());
      if (before.isPresent()) {
        return new MatchedApplication.Taken(before.get());
      }
      Resident applicant = holder(municipality, notification.addresseeNumber());
      MovingOut movingOut = notification.movingOut();
      List<Integer> persons =
          movingOut.wholeHousehold()
              ? registers.of(municipality).household(applicant.household()).stream()
                  .map(Resident::index)
                  .toList()
              : List.of(applicant.index());
      takeEvent.take(
          municipality,
          new ResidentEvent.MoveOut(persons, movingOut.to(), notification.at()),
          () ->
              applications.keep(
                  municipality,
                  notification.id(),
                  notification.addresseeNumber(),
                  movingOut,
                  notification.at()));
      return new MatchedApplication.Taken(notification.at());
    }
  }

  private Resident holder(InstitutionCode municipality, AddresseeNumber number) {
    return resident(municipality, one -> one.addresseeNumber().equals(number), "addresseeNumber");
  }

  private Resident resident(InstitutionCode municipality, Predicate<Resident> who, String field) {
    List<Resident> found = registers.of(municipality).everybody().stream().filter(who).toList();
    if (found.isEmpty()) {
      throw new RefusedCallException(Fault.UNKNOWN, field);
    }
    Resident present =
        found.stream()
            .filter(one -> one.residence().isPresent())
            .findFirst()
            .orElseThrow(() -> new RefusedCallException(Fault.ALREADY_REMOVED, field));
    if (present.underSupport()) {
      throw new RefusedCallException(Fault.LOCKED, field);
    }
    return present;
  }
}
