package jp.chukan.mocknetwork.municipalserver;

import java.util.Optional;
import jp.chukan.mocknetwork.carriednumber.CarriedNumbers;
import jp.chukan.mocknetwork.identity.IdentityIntake;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.link.Systems;
import org.springframework.stereotype.Component;

/** The doors of 「市町村CS」 of all municipalities. */
@Component
final class MunicipalServers {
  MunicipalServers(Systems systems, IdentityIntake identities, CarryMunicipalNumbers numbers) {
    for (CountrySystem owner : systems.of(SystemKind.MUNICIPAL_SERVER)) {
      identities.open(
          owner,
          SystemKind.RESIDENT_RECORDS,
          Optional.of(new CountrySystem(SystemKind.PREFECTURAL_SERVER, owner.prefecture())));
      systems
          .doorOf(owner)
          .takes(
              CarriedNumbers.MESSAGE,
              SystemKind.RESIDENT_RECORDS,
              CarriedNumbers.class,
              (from, message) -> numbers.carry(owner, message));
    }
  }
}
