package jp.chukan.mocknetwork.residentrecords;

import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.link.Systems;
import org.springframework.stereotype.Component;

/** Where the 申請管理システム reaches the 既存住基システム of its municipality, and nobody else does (JN-09). */
@Component
final class ApplicationDoors {
  ApplicationDoors(
      Systems systems, ResidentRegisters registers, TakeMatchedApplication applications) {
    for (InstitutionCode municipality : registers.municipalities()) {
      systems
          .doorOf(
              new CountrySystem(SystemKind.RESIDENT_RECORDS, ResidentRegisters.place(municipality)))
          .takes(
              ApplicantQuery.MESSAGE,
              SystemKind.APPLICATIONS,
              ApplicantQuery.class,
              (from, query) -> applications.applicant(municipality, query))
          .takes(
              MatchedApplication.MESSAGE,
              SystemKind.APPLICATIONS,
              MatchedApplication.class,
              (from, application) -> applications.take(municipality, application))
          .takes(
              MovingOutNotification.MESSAGE,
              SystemKind.APPLICATIONS,
              MovingOutNotification.class,
              (from, notification) -> applications.moveOut(municipality, notification));
    }
  }
}
