package jp.chukan.mocknetwork.prefecturalserver;

import jp.chukan.mocknetwork.identityprovision.Occasion;
import jp.chukan.mocknetwork.identityprovision.PersonCondition;
import jp.chukan.mocknetwork.identityprovision.ProvideIdentity;
import jp.chukan.mocknetwork.identityprovision.ProvidedIdentities;
import jp.chukan.mocknetwork.identityprovision.ProvidedIdentity;
import jp.chukan.mocknetwork.identityprovision.ProvisionKind;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.Fault;
import jp.chukan.mocknetwork.link.RefusedCallException;
import jp.chukan.mocknetwork.prefecturalserver.PermittedAffairs.Affair;
import org.springframework.stereotype.Component;

/**
 * 「他の執行機関への提供」: for a 事務 that the law names and nothing else, by 住民票コード or 4情報; the 個人番号 only where
 * the 事務 uses it (G:51, G:450). Each is recorded with its 事務, refused ones too (JN-11, JN-12,
 * JN-36).
 */
@Component
final class ProvideToExecutiveBody {
  private final PermittedAffairs affairs;
  private final ProvideIdentity provide;

  ProvideToExecutiveBody(PermittedAffairs affairs, ProvideIdentity provide) {
    this.affairs = affairs;
    this.provide = provide;
  }

  /**
   * @param kind singly or in bulk
   * @throws RefusedCallException FORBIDDEN_SENDER for a 事務 that is not permitted, MALFORMED for a
   *     request by 個人番号, TOO_FEW_CONDITIONS
   */
  ProvidedIdentities provide(
      CountrySystem owner, CountrySystem from, ProvisionKind kind, ProvisionRequest request) {
    Occasion asked = request.occasion();
    Affair affair =
        provide.required(
            owner,
            from.label(),
            kind,
            asked,
            () -> {
              Affair permitted =
                  affairs
                      .of(request.affair())
                      .orElseThrow(
                          () -> new RefusedCallException(Fault.FORBIDDEN_SENDER, "affair"));
              if (request.condition() instanceof PersonCondition.ByNumber) {
                throw new RefusedCallException(Fault.MALFORMED, "condition");
              }
              return permitted;
            });
    ProvidedIdentities found =
        provide.provide(
            owner,
            from.label(),
            kind,
            new Occasion(asked.operator(), asked.terminal(), purpose(affair, asked)),
            request.condition());
    return affair.usesNumber()
        ? found
        : new ProvidedIdentities(
            found.persons().stream().map(ProvidedIdentity::withoutNumber).toList());
  }

  private static String purpose(Affair affair, Occasion asked) {
    String purpose = affair.words() + " " + asked.purpose();
    return purpose.substring(0, Math.min(purpose.length(), Occasion.LONGEST_PURPOSE));
  }
}
