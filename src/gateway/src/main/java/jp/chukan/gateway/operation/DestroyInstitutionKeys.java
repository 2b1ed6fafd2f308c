package jp.chukan.gateway.operation;

import java.time.InstantSource;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.gateway.audit.Operation;
import jp.chukan.gateway.audit.OperationKind;
import jp.chukan.gateway.audit.OperationLog;
import jp.chukan.gateway.crypto.DestroyDataKeys;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.kernel.ServedInstitutions;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The operator has the data keys of an institution destroyed that this installation served once, so
 * that nothing kept for it can be read any more (MS-64). Refuses, in this order:
 *
 * <ul>
 *   <li>{@link ErrorCode#SCM_KEY_SERVED} the institution is served
 *   <li>{@link ErrorCode#SCM_KEY_CONFIRMATION} the code was not typed a second time, alike
 *   <li>{@link ErrorCode#SCM_KEY_NONE} it has no data key
 * </ul>
 *
 * <p>Told in the 「操作ログ」 of the institution in the same transaction, and in that of the platform,
 * there also when it was refused.
 */
@Component
class DestroyInstitutionKeys {
  private static final String FUNCTION = "keys.destroy";

  private final InstitutionTransactions transactions;
  private final ServedInstitutions institutions;
  private final DestroyDataKeys keys;
  private final OperationLog operations;
  private final InstitutionCode platform;
  private final InstantSource clock;

  DestroyInstitutionKeys(
      InstitutionTransactions transactions,
      ServedInstitutions institutions,
      DestroyDataKeys keys,
      OperationLog operations,
      @Value("${chukan.console.platform}") String platform,
      InstantSource clock) {
    this.transactions = transactions;
    this.institutions = institutions;
    this.keys = keys;
    this.operations = operations;
    this.platform = new InstitutionCode(platform);
    this.clock = clock;
  }

  /**
   * @param confirmation the institution's code as it was typed once more, null when it was not
   * @return why not, null when it is done
   */
  @Nullable ErrorCode destroy(InstitutionCode institution, @Nullable String confirmation) {
    ErrorCode refusal = refusal(institution, confirmation);
    if (refusal == null && !transactions.within(institution, () -> destroyed(institution))) {
      refusal = ErrorCode.SCM_KEY_NONE;
    }
    boolean done = refusal == null;
    transactions.run(platform, () -> note(platform, institution, done));
    return refusal;
  }

  private @Nullable ErrorCode refusal(InstitutionCode institution, @Nullable String confirmation) {
    if (institution.equals(platform) || institutions.find(institution).isPresent()) {
      return ErrorCode.SCM_KEY_SERVED;
    }
    return institution.value().equals(confirmation) ? null : ErrorCode.SCM_KEY_CONFIRMATION;
  }

  private boolean destroyed(InstitutionCode institution) {
    boolean there = keys.destroy(institution);
    if (there) {
      note(institution, institution, true);
    }
    return there;
  }

  private void note(InstitutionCode whose, InstitutionCode target, boolean succeeded) {
    operations.append(
        new Operation(
            whose,
            null,
            OperationKind.CONFIGURATION,
            FUNCTION,
            succeeded,
            target.value(),
            null,
            null,
            clock.instant()));
  }
}
