package jp.chukan.mocknetwork.insurancetally;

import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.link.Systems;
import org.springframework.stereotype.Component;

/** Where the municipalities of a prefecture reach its 国保総合(国保集約)システム (T:2131). */
@Component
final class TallyDoors {
  TallyDoors(Systems systems, ContinueMemberships memberships, CountHighCosts highCosts) {
    for (CountrySystem tally : systems.of(SystemKind.INSURANCE_TALLY)) {
      systems
          .doorOf(tally)
          .takes(
              Memberships.MESSAGE,
              SystemKind.HEALTH_INSURANCE,
              Memberships.class,
              (from, file) -> memberships.take(tally, from, file))
          .takes(
              HighCosts.MESSAGE,
              SystemKind.HEALTH_INSURANCE,
              HighCosts.class,
              (from, costs) -> highCosts.take(tally, from, costs));
    }
  }
}
