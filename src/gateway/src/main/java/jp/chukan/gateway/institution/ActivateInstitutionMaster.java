package jp.chukan.gateway.institution;

import java.time.InstantSource;
import java.util.Optional;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.Refusal;
import jp.chukan.gateway.institution.MasterActivation.Activated;
import jp.chukan.gateway.institution.MasterActivation.Refused;
import jp.chukan.gateway.institution.MasterActivation.Unchanged;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Puts a proposed version of the 「機関マスタ」 in force, and keeps who did and when. Refused, while the
 * version in force stays:
 *
 * <ul>
 *   <li>{@link ErrorCode#SYM_MASTER_UNKNOWN_VERSION} no such version
 *   <li>{@link ErrorCode#SYM_MASTER_STALE} taken in against another version than the one in force:
 *       what people saw as its changes is no longer what it would change
 * </ul>
 */
@Component
public final class ActivateInstitutionMaster {
  private static final Logger log = LoggerFactory.getLogger(ActivateInstitutionMaster.class);

  private final InstitutionMasterStore store;
  private final Institutions institutions;
  private final InstitutionTransactions transactions;
  private final InstantSource clock;

  ActivateInstitutionMaster(
      InstitutionMasterStore store,
      Institutions institutions,
      InstitutionTransactions transactions,
      InstantSource clock) {
    this.store = store;
    this.institutions = institutions;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * @param version 版
   * @param institution 「機関コード」 of the certificate
   * @param client common name of the certificate
   */
  public MasterActivation activate(int version, InstitutionCode institution, String client) {
    MasterActivation activation =
        transactions.within(
            institution,
            () -> {
              // Two people may decide at the same moment; the second sees what the first did.
              store.lock();
              MasterActivation decision = decide(version);
              if (decision instanceof Activated) {
                store.activate(version, new MasterActor(client, institution), clock.instant());
              }
              return decision;
            });
    if (activation instanceof Activated) {
      institutions.refresh();
      log.info("institution master {} is in force", version);
    }
    return activation;
  }

  private MasterActivation decide(int version) {
    Optional<MasterVersion> found = store.find(version);
    if (found.isEmpty()) {
      return new Refused(Refusal.of(ErrorCode.SYM_MASTER_UNKNOWN_VERSION));
    }
    Integer inForce = store.inForce().map(MasterInForce::version).orElse(null);
    return switch (MasterState.of(found.get(), inForce)) {
      case PROPOSED -> new Activated(version);
      case IN_FORCE -> new Unchanged(version);
      case SUPERSEDED, STALE -> new Refused(Refusal.of(ErrorCode.SYM_MASTER_STALE));
    };
  }
}
