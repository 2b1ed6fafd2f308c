package jp.chukan.gateway.audit;

import java.time.Instant;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import jp.chukan.contract.code.UserId;
import org.jspecify.annotations.Nullable;

/**
 * One deed of one person (MS-70, MS-76).
 *
 * @param institution whose staff
 * @param user who; null when the account is unknown
 * @param kind what was done
 * @param function name of the page or action, from a fixed set of this server's own words
 * @param succeeded whether it took effect
 * @param target number of the case, exchange, account or file that it was about; nothing personal
 * @param addressee whose data were shown or changed, null when nobody's
 * @param purpose why, as the person wrote it; required for {@link OperationKind#VIEW} and {@link
 *     OperationKind#EXPORT} of personal data
 * @param at when
 */
public record Operation(
    InstitutionCode institution,
    @Nullable UserId user,
    OperationKind kind,
    String function,
    boolean succeeded,
    @Nullable String target,
    @Nullable UnifiedAddresseeNumber addressee,
    @Nullable String purpose,
    Instant at) {

  public Operation {
    boolean shows = kind == OperationKind.VIEW || kind == OperationKind.EXPORT;
    if (shows && addressee != null && (purpose == null || purpose.isBlank())) {
      throw new IllegalArgumentException("a look at personal data has a purpose");
    }
  }

  /** Never shows the purpose, which is free text, nor whom it was about. */
  @Override
  public String toString() {
    return "Operation[" + kind + " " + function + "]";
  }
}
