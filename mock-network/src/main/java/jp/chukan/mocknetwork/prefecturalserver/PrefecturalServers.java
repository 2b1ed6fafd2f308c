package jp.chukan.mocknetwork.prefecturalserver;

import java.util.Optional;
import jp.chukan.mocknetwork.carriednumber.CarriedNumbers;
import jp.chukan.mocknetwork.identity.IdentityIntake;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.link.Systems;
import org.springframework.stereotype.Component;

/** The doors of 「都道府県サーバ」 of all prefectures. */
@Component
final class PrefecturalServers {
  PrefecturalServers(Systems systems, IdentityIntake identities, CarryPrefecturalNumbers numbers) {
    for (CountrySystem owner : systems.of(SystemKind.PREFECTURAL_SERVER)) {
      identities.open(
          owner,
          SystemKind.MUNICIPAL_SERVER,
          Optional.of(CountrySystem.only(SystemKind.NATIONAL_SERVER)));
      systems
          .doorOf(owner)
          .takes(
              CarriedNumbers.MESSAGE,
              SystemKind.MUNICIPAL_SERVER,
              CarriedNumbers.class,
              (from, message) -> numbers.carry(owner, from, message));
    }
  }
}
