package jp.chukan.mocknetwork.prefecturalserver;

import jp.chukan.mocknetwork.identityprovision.AskFurther;
import jp.chukan.mocknetwork.identityprovision.Occasion;
import jp.chukan.mocknetwork.identityprovision.PersonCondition;
import jp.chukan.mocknetwork.identityprovision.PersonQuery;
import jp.chukan.mocknetwork.identityprovision.PersonQuery.Scope;
import jp.chukan.mocknetwork.identityprovision.ProvideIdentity;
import jp.chukan.mocknetwork.identityprovision.ProvidedIdentities;
import jp.chukan.mocknetwork.identityprovision.ProvisionKind;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.Fault;
import jp.chukan.mocknetwork.link.RefusedCallException;
import jp.chukan.mocknetwork.link.SystemKind;
import org.springframework.stereotype.Component;

/**
 * 「検索」 and 「全国サーバへの照会」 at the 都道府県サーバ: for a 市町村CS below, and for an operator of the prefecture
 * (G:51).
 */
@Component
public final class AnswerQueries {
  private final ProvideIdentity provide;
  private final AskFurther further;

  AnswerQueries(ProvideIdentity provide, AskFurther further) {
    this.provide = provide;
    this.further = further;
  }

  /**
   * For a 市町村CS.
   *
   * @throws RefusedCallException FORBIDDEN_SENDER for a question in another's name,
   *     TOO_FEW_CONDITIONS, MALFORMED when it should have stayed in the municipality
   */
  ProvidedIdentities answer(CountrySystem owner, CountrySystem from, PersonQuery query) {
    query.requireFrom(from);
    return switch (query.scope()) {
      case MUNICIPALITY -> throw new RefusedCallException(Fault.MALFORMED, "scope");
      case PREFECTURE ->
          provide.provide(
              owner, query.requester(), ProvisionKind.ANSWER, query.occasion(), query.condition());
      case NATION -> further.ask(owner, CountrySystem.only(SystemKind.NATIONAL_SERVER), query);
    };
  }

  /**
   * For an operator at a terminal of the prefecture.
   *
   * @param prefecture two digits
   * @param nationwide whether the 全国サーバ is asked
   * @throws RefusedCallException TOO_FEW_CONDITIONS
   */
  public ProvidedIdentities ask(
      String prefecture, boolean nationwide, Occasion occasion, PersonCondition condition) {
    var owner = new CountrySystem(SystemKind.PREFECTURAL_SERVER, prefecture);
    return nationwide
        ? further.ask(
            owner,
            CountrySystem.only(SystemKind.NATIONAL_SERVER),
            new PersonQuery(prefecture, Scope.NATION, occasion, condition))
        : provide.provide(owner, prefecture, ProvisionKind.SEARCH, occasion, condition);
  }
}
