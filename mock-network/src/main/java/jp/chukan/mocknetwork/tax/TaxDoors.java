package jp.chukan.mocknetwork.tax;

import jp.chukan.mocknetwork.institution.Institution;
import jp.chukan.mocknetwork.institution.InstitutionDirectory;
import jp.chukan.mocknetwork.institution.InstitutionRole;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.link.Systems;
import jp.chukan.mocknetwork.residentnotice.ResidentNotices;
import org.springframework.stereotype.Component;

/** Where the 既存住基システム reaches the 税務システム of its municipality. */
@Component
final class TaxDoors {
  TaxDoors(Systems systems, InstitutionDirectory institutions, TakeResidents residents) {
    for (Institution served : institutions.withRole(InstitutionRole.SERVED)) {
      systems
          .doorOf(new CountrySystem(SystemKind.TAX, served.localGovernment()))
          .takes(
              ResidentNotices.MESSAGE,
              SystemKind.RESIDENT_RECORDS,
              ResidentNotices.class,
              (from, notices) -> residents.take(served, notices));
    }
  }
}
