package jp.chukan.mocknetwork.nationalserver;

import java.util.Optional;
import jp.chukan.mocknetwork.carriednumber.CarriedNumbers;
import jp.chukan.mocknetwork.identity.IdentityIntake;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.link.Systems;
import org.springframework.stereotype.Component;

/** The door of 「全国サーバ」. */
@Component
final class NationalServer {
  static final CountrySystem SELF = CountrySystem.only(SystemKind.NATIONAL_SERVER);

  NationalServer(Systems systems, IdentityIntake identities, CarryNumbers numbers) {
    identities.open(SELF, SystemKind.PREFECTURAL_SERVER, Optional.empty());
    systems
        .doorOf(SELF)
        .takes(
            CarriedNumbers.MESSAGE,
            SystemKind.PREFECTURAL_SERVER,
            CarriedNumbers.class,
            numbers::carry);
  }
}
