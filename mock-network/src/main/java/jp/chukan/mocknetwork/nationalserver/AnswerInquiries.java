package jp.chukan.mocknetwork.nationalserver;

import jp.chukan.mocknetwork.identityprovision.PersonQuery;
import jp.chukan.mocknetwork.identityprovision.PersonQuery.Scope;
import jp.chukan.mocknetwork.identityprovision.ProvideIdentity;
import jp.chukan.mocknetwork.identityprovision.ProvidedIdentities;
import jp.chukan.mocknetwork.identityprovision.ProvisionKind;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.Fault;
import jp.chukan.mocknetwork.link.RefusedCallException;
import org.springframework.stereotype.Component;

/** Answers questions of prefectures and their municipalities from 機構保存本人確認情報 (G:51, I:346). */
@Component
final class AnswerInquiries {
  private final ProvideIdentity provide;

  AnswerInquiries(ProvideIdentity provide) {
    this.provide = provide;
  }

  /**
   * @throws RefusedCallException FORBIDDEN_SENDER for a question in another's name,
   *     TOO_FEW_CONDITIONS, MALFORMED when it should have stayed below
   */
  ProvidedIdentities answer(CountrySystem from, PersonQuery query) {
    query.requireFrom(from);
    if (query.scope() != Scope.NATION) {
      throw new RefusedCallException(Fault.MALFORMED, "scope");
    }
    return provide.provide(
        NationalServer.SELF,
        query.requester(),
        ProvisionKind.ANSWER,
        query.occasion(),
        query.condition());
  }
}
