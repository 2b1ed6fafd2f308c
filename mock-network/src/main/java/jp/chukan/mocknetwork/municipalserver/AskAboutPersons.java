package jp.chukan.mocknetwork.municipalserver;

import jp.chukan.mocknetwork.identityprovision.AskFurther;
import jp.chukan.mocknetwork.identityprovision.Occasion;
import jp.chukan.mocknetwork.identityprovision.PersonCondition;
import jp.chukan.mocknetwork.identityprovision.PersonQuery;
import jp.chukan.mocknetwork.identityprovision.PersonQuery.Scope;
import jp.chukan.mocknetwork.identityprovision.ProvideIdentity;
import jp.chukan.mocknetwork.identityprovision.ProvidedIdentities;
import jp.chukan.mocknetwork.identityprovision.ProvisionKind;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.SystemKind;
import org.springframework.stereotype.Component;

/** 「本人確認情報の検索」 and 「全国サーバへの照会」 of an operator at a terminal of the 市町村CS (T:3612, I:346). */
@Component
public final class AskAboutPersons {
  private final ProvideIdentity provide;
  private final AskFurther further;

  AskAboutPersons(ProvideIdentity provide, AskFurther further) {
    this.provide = provide;
    this.further = further;
  }

  /**
   * Asks where the operator says.
   *
   * @param municipality five digits
   * @throws jp.chukan.mocknetwork.link.RefusedCallException TOO_FEW_CONDITIONS
   */
  public ProvidedIdentities ask(
      String municipality, Scope scope, Occasion occasion, PersonCondition condition) {
    var owner = new CountrySystem(SystemKind.MUNICIPAL_SERVER, municipality);
    return switch (scope) {
      case MUNICIPALITY ->
          provide.provide(owner, municipality, ProvisionKind.SEARCH, occasion, condition);
      case PREFECTURE, NATION ->
          further.ask(
              owner,
              new CountrySystem(SystemKind.PREFECTURAL_SERVER, owner.prefecture()),
              new PersonQuery(municipality, scope, occasion, condition));
    };
  }
}
