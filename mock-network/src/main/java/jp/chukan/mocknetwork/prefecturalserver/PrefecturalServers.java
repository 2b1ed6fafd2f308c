package jp.chukan.mocknetwork.prefecturalserver;

import java.util.Optional;
import jp.chukan.mocknetwork.cardmanagement.CardDestination;
import jp.chukan.mocknetwork.carriednumber.CarriedNumbers;
import jp.chukan.mocknetwork.consistency.ConsistencyCheck;
import jp.chukan.mocknetwork.identity.CardStatus;
import jp.chukan.mocknetwork.identity.IdentityIntake;
import jp.chukan.mocknetwork.identity.IndividualNumberQuery;
import jp.chukan.mocknetwork.identityprovision.PersonQuery;
import jp.chukan.mocknetwork.identityprovision.ProvisionKind;
import jp.chukan.mocknetwork.identityprovision.TakeRepairs;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.link.Systems;
import jp.chukan.mocknetwork.specialmovein.PassCertificates;
import org.springframework.stereotype.Component;

/** The doors of 「都道府県サーバ」 of all prefectures. */
@Component
final class PrefecturalServers {
  private static final CountrySystem NATION = CountrySystem.only(SystemKind.NATIONAL_SERVER);

  PrefecturalServers(
      Systems systems,
      IdentityIntake identities,
      TakeRepairs repairs,
      PassCertificates certificates,
      CarryPrefecturalNumbers numbers,
      PassCardNotices cards,
      AnswerQueries queries,
      CompareMunicipality comparison,
      ProvideToExecutiveBody executiveBodies,
      GiveNumber supplement) {
    for (CountrySystem owner : systems.of(SystemKind.PREFECTURAL_SERVER)) {
      identities.open(owner, SystemKind.MUNICIPAL_SERVER, Optional.of(NATION));
      repairs.open(owner, SystemKind.MUNICIPAL_SERVER, Optional.of(NATION));
      certificates.open(owner, SystemKind.MUNICIPAL_SERVER, NATION);
      systems
          .doorOf(owner)
          .takes(
              CarriedNumbers.MESSAGE,
              SystemKind.MUNICIPAL_SERVER,
              CarriedNumbers.class,
              (from, message) -> numbers.carry(owner, from, message))
          .takes(
              CardStatus.MESSAGE,
              SystemKind.MUNICIPAL_SERVER,
              CardStatus.class,
              (from, status) -> cards.pass(owner, status))
          .takes(
              CardDestination.MESSAGE,
              SystemKind.MUNICIPAL_SERVER,
              CardDestination.class,
              (from, destination) -> cards.pass(owner, from, destination))
          .takes(
              PersonQuery.MESSAGE,
              SystemKind.MUNICIPAL_SERVER,
              PersonQuery.class,
              (from, query) -> queries.answer(owner, from, query))
          .takes(
              ConsistencyCheck.MESSAGE,
              SystemKind.MUNICIPAL_SERVER,
              ConsistencyCheck.class,
              (from, check) -> comparison.compare(owner, from, check))
          .takes(
              ProvisionRequest.MESSAGE,
              SystemKind.EXECUTIVE_BODY,
              ProvisionRequest.class,
              (from, request) ->
                  executiveBodies.provide(owner, from, ProvisionKind.PROVISION, request))
          .takes(
              IndividualNumberQuery.MESSAGE,
              SystemKind.SUPPLEMENT_PREFECTURAL_SERVER,
              IndividualNumberQuery.class,
              (from, query) -> supplement.give(owner, from, query));
    }
  }
}
