package jp.chukan.gateway.provision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import jp.chukan.gateway.approval.ApprovalCase;
import jp.chukan.gateway.approval.ApprovalStep;
import org.jspecify.annotations.Nullable;

/**
 * A held case as those see it who decide: exactly what would leave, beside the 「副本」, and on which
 * basis (MS-05, MU-11). Holds personal data; prints none.
 *
 * @param facts the case: reason, state, version, expiry of the permit
 * @param basis on which it may leave
 * @param addressee about whom it is, null when the 「符号」 is not known any more
 * @param requestedItems what is asked for
 * @param periodFrom first day of the wanted period, null when open
 * @param periodTo last day of it, null when open
 * @param inquiredAt when the inquirer asked
 * @param content what could leave at this moment
 * @param prepared what waits for a decision, null when nothing does
 * @param steps what was done so far
 */
public record ReleasePreview(
    ApprovalCase facts,
    LegalBasis basis,
    @Nullable UnifiedAddresseeNumber addressee,
    List<ItemCode> requestedItems,
    @Nullable LocalDate periodFrom,
    @Nullable LocalDate periodTo,
    Instant inquiredAt,
    ReleasableContent content,
    @Nullable PreparedContent prepared,
    List<ApprovalStep> steps) {

  public ReleasePreview {
    requestedItems = List.copyOf(requestedItems);
    steps = List.copyOf(steps);
  }

  @Override
  public String toString() {
    return "ReleasePreview[" + facts.caseId() + "]";
  }
}
