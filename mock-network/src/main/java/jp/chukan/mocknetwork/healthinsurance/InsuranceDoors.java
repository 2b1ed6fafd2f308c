package jp.chukan.mocknetwork.healthinsurance;

import jp.chukan.mocknetwork.institution.Institution;
import jp.chukan.mocknetwork.institution.InstitutionDirectory;
import jp.chukan.mocknetwork.institution.InstitutionRole;
import jp.chukan.mocknetwork.insurancetally.Continuities;
import jp.chukan.mocknetwork.insurancetally.HighCostCounts;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.link.Systems;
import jp.chukan.mocknetwork.residentnotice.ResidentNotices;
import org.springframework.stereotype.Component;

/** Where others reach the 国民健康保険システム of a municipality. */
@Component
final class InsuranceDoors {
  InsuranceDoors(
      Systems systems,
      InstitutionDirectory institutions,
      TakeResidents residents,
      TakeContinuities continuities,
      HighCostBenefits benefits) {
    for (Institution served : institutions.withRole(InstitutionRole.SERVED)) {
      String place = served.localGovernment();
      systems
          .doorOf(new CountrySystem(SystemKind.HEALTH_INSURANCE, place))
          .takes(
              ResidentNotices.MESSAGE,
              SystemKind.RESIDENT_RECORDS,
              ResidentNotices.class,
              (from, notices) -> residents.take(place, notices))
          .takes(
              Continuities.MESSAGE,
              SystemKind.INSURANCE_TALLY,
              Continuities.class,
              (from, found) -> continuities.take(place, found))
          .takes(
              HighCostCounts.MESSAGE,
              SystemKind.INSURANCE_TALLY,
              HighCostCounts.class,
              (from, counts) -> benefits.take(place, counts));
    }
  }
}
