package jp.chukan.mocknetwork.residentrecords;

import jp.chukan.mocknetwork.foreignresident.MinistryNotice;
import jp.chukan.mocknetwork.institution.Institution;
import jp.chukan.mocknetwork.institution.InstitutionDirectory;
import jp.chukan.mocknetwork.institution.InstitutionRole;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.link.Systems;
import org.springframework.stereotype.Component;

/** Where the 既存住基システム of each municipality takes 法務省通知; from no other source (JN-09). */
@Component
final class RecordDoors {
  RecordDoors(Systems systems, InstitutionDirectory institutions, TakeMinistryNotice notices) {
    for (Institution served : institutions.withRole(InstitutionRole.SERVED)) {
      systems
          .doorOf(new CountrySystem(SystemKind.RESIDENT_RECORDS, served.localGovernment()))
          .takes(
              MinistryNotice.MESSAGE,
              SystemKind.RESIDENCE_CARDS,
              MinistryNotice.class,
              (from, notice) -> notices.take(served.code(), notice));
    }
  }
}
