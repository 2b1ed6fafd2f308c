package jp.chukan.mocknetwork.municipalserver;

import java.util.Optional;
import jp.chukan.mocknetwork.cardmanagement.CardDestination;
import jp.chukan.mocknetwork.carriednumber.CarriedNumbers;
import jp.chukan.mocknetwork.consistency.ConsistencyResult;
import jp.chukan.mocknetwork.identity.CardStatus;
import jp.chukan.mocknetwork.identity.IdentityIntake;
import jp.chukan.mocknetwork.identity.RecordCodeQuery;
import jp.chukan.mocknetwork.identityprovision.TakeRepairs;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.link.Systems;
import jp.chukan.mocknetwork.specialmovein.PassCertificates;
import org.springframework.stereotype.Component;

/** The doors of 「市町村CS」 of all municipalities. */
@Component
final class MunicipalServers {
  MunicipalServers(
      Systems systems,
      IdentityIntake identities,
      TakeRepairs repairs,
      PassCertificates certificates,
      CarryMunicipalNumbers numbers,
      TakeCardNotices cards,
      FindCardHolder holders,
      CheckConsistency consistency) {
    for (CountrySystem owner : systems.of(SystemKind.MUNICIPAL_SERVER)) {
      var above = new CountrySystem(SystemKind.PREFECTURAL_SERVER, owner.prefecture());
      identities.open(owner, SystemKind.RESIDENT_RECORDS, Optional.of(above));
      repairs.open(owner, SystemKind.RESIDENT_RECORDS, Optional.of(above));
      certificates.open(owner, SystemKind.RESIDENT_RECORDS, above);
      systems
          .doorOf(owner)
          .takes(
              CarriedNumbers.MESSAGE,
              SystemKind.RESIDENT_RECORDS,
              CarriedNumbers.class,
              (from, message) -> numbers.carry(owner, message))
          .takes(
              CardStatus.MESSAGE,
              SystemKind.RESIDENT_RECORDS,
              CardStatus.class,
              (from, status) -> cards.take(owner, status))
          .takes(
              CardDestination.MESSAGE,
              SystemKind.RESIDENT_RECORDS,
              CardDestination.class,
              (from, destination) -> cards.take(owner, destination))
          .takes(
              RecordCodeQuery.MESSAGE,
              SystemKind.APPLICATIONS,
              RecordCodeQuery.class,
              (from, query) -> holders.find(owner, query))
          .takes(
              ConsistencyResult.MESSAGE,
              SystemKind.PREFECTURAL_SERVER,
              ConsistencyResult.class,
              (from, result) -> consistency.note(owner, result));
    }
  }
}
