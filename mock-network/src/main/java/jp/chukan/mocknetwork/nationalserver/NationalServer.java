package jp.chukan.mocknetwork.nationalserver;

import java.util.Optional;
import jp.chukan.mocknetwork.cardmanagement.CardDestination;
import jp.chukan.mocknetwork.carriednumber.CarriedNumbers;
import jp.chukan.mocknetwork.consistency.ConsistencyCheck;
import jp.chukan.mocknetwork.consistency.ConsistencyResult;
import jp.chukan.mocknetwork.identity.CardStatus;
import jp.chukan.mocknetwork.identity.IdentityFiles;
import jp.chukan.mocknetwork.identity.IdentityIntake;
import jp.chukan.mocknetwork.identityprovision.PersonQuery;
import jp.chukan.mocknetwork.identityprovision.TakeRepairs;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.link.Systems;
import jp.chukan.mocknetwork.specialmovein.DepartureCertificate;
import jp.chukan.mocknetwork.specialmovein.DepartureQuery;
import org.springframework.stereotype.Component;

/** The door of 「全国サーバ」. */
@Component
final class NationalServer {
  static final CountrySystem SELF = CountrySystem.only(SystemKind.NATIONAL_SERVER);

  NationalServer(
      Systems systems,
      IdentityIntake identities,
      TakeRepairs repairs,
      IdentityFiles files,
      CarryNumbers numbers,
      ManageCards cards,
      AnswerInquiries inquiries,
      HoldCertificates certificates) {
    identities.open(SELF, SystemKind.PREFECTURAL_SERVER, Optional.empty());
    repairs.open(SELF, SystemKind.PREFECTURAL_SERVER, Optional.empty());
    systems
        .doorOf(SELF)
        .takes(
            CarriedNumbers.MESSAGE,
            SystemKind.PREFECTURAL_SERVER,
            CarriedNumbers.class,
            numbers::carry)
        .takes(
            CardStatus.MESSAGE,
            SystemKind.PREFECTURAL_SERVER,
            CardStatus.class,
            (from, status) -> cards.take(status))
        .takes(
            CardDestination.MESSAGE,
            SystemKind.PREFECTURAL_SERVER,
            CardDestination.class,
            cards::take)
        .takes(
            PersonQuery.MESSAGE,
            SystemKind.PREFECTURAL_SERVER,
            PersonQuery.class,
            inquiries::answer)
        .takes(
            ConsistencyCheck.MESSAGE,
            SystemKind.PREFECTURAL_SERVER,
            ConsistencyCheck.class,
            (from, check) -> compare(files, from, check))
        .takes(
            DepartureCertificate.MESSAGE,
            SystemKind.PREFECTURAL_SERVER,
            DepartureCertificate.class,
            certificates::deposit)
        .takes(
            DepartureQuery.MESSAGE,
            SystemKind.PREFECTURAL_SERVER,
            DepartureQuery.class,
            certificates::fetch);
  }

  private static ConsistencyResult compare(
      IdentityFiles files, CountrySystem from, ConsistencyCheck check) {
    check.requireFrom(from);
    return check.compareWith(files.of(SELF).newestOf(check.municipality()));
  }
}
