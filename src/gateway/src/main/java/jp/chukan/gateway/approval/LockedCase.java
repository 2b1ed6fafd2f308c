package jp.chukan.gateway.approval;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.chukan.contract.code.AffairCode;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.crypto.RawSignedDocument;
import org.jspecify.annotations.Nullable;

/**
 * A case that nobody else can change until the open transaction ends.
 *
 * @param institution whose case it is
 * @param facts what it is about, and how it stands
 * @param request as the network signed it
 * @param steps everything that was done with it, in order
 * @param prepared what waits for a decision, null when nothing does
 */
public record LockedCase(
    InstitutionCode institution,
    ApprovalCase facts,
    RawSignedDocument request,
    List<ApprovalStep> steps,
    @Nullable PreparedRelease prepared) {

  public LockedCase {
    steps = List.copyOf(steps);
  }

  public ApprovalState state() {
    return facts.state();
  }

  public int version() {
    return facts.version();
  }

  public AffairCode affair() {
    return facts.affair();
  }

  public Optional<PreparedRelease> preparation() {
    return Optional.ofNullable(prepared);
  }

  /** The last thing that was done with it, empty when nothing was. */
  public Optional<ApprovalStep> lastStep() {
    return steps.isEmpty() ? Optional.empty() : Optional.of(steps.getLast());
  }

  /** Whether it waits, although nothing may leave for it any more. */
  public boolean isOverdue(Instant at) {
    return state().isOpen() && !at.isBefore(facts.permitExpiresAt());
  }

  /** Never shows the request: it points at a person. */
  @Override
  public String toString() {
    return "LockedCase[" + facts.caseId() + "]";
  }
}
