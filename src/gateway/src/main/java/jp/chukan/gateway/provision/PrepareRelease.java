package jp.chukan.gateway.provision;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.document.ProvidedInformation;
import jp.chukan.contract.document.XmlDocuments;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.gateway.approval.ApprovalAction;
import jp.chukan.gateway.approval.ApprovalCases;
import jp.chukan.gateway.approval.CaseMove;
import jp.chukan.gateway.approval.LockedCase;
import jp.chukan.gateway.kernel.JapanDay;
import jp.chukan.gateway.provision.HeldCases.Attempt;
import jp.chukan.gateway.provision.ReleasableContent.Providable;
import jp.chukan.gateway.provision.ReleaseOutcome.ContentChanged;
import jp.chukan.gateway.provision.ReleaseOutcome.Done;
import jp.chukan.gateway.provision.ReleaseOutcome.NotAllowed;
import jp.chukan.gateway.replica.Replicas;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Prepares what is to become of a held request, for somebody else to decide (MS-06). What is to
 * leave is kept to the byte, so that nothing else can leave later. Refuses, beside what the rules
 * refuse:
 *
 * <ul>
 *   <li>any code of {@link ProvisionAuthorisation}: it may not be answered any more
 *   <li>{@link ErrorCode#TKY_CASE_NO_CONTENT} no 「副本」 that fits: it can only be refused, or asked
 *       back about until there is one (MS-07)
 *   <li>{@link ErrorCode#TKY_CASE_ITEM} an item that was not asked for, or that an answer must hold
 * </ul>
 */
@Component
final class PrepareRelease {
  private final HeldCases held;
  private final HeldRequests requests;
  private final ApprovalCases cases;
  private final Replicas replicas;

  PrepareRelease(HeldCases held, HeldRequests requests, ApprovalCases cases, Replicas replicas) {
    this.held = held;
    this.requests = requests;
    this.cases = cases;
    this.replicas = replicas;
  }

  ReleaseOutcome prepare(Attempt attempt, Preparation preparation) {
    return held.act(
        attempt,
        waiting -> preparation.action(),
        (waiting, role, now) -> {
          CaseMove move =
              CaseMove.by(attempt.who(), role, preparation.action(), preparation.comment(), now);
          return switch (preparation) {
            case Preparation.Refuse refuse -> taken(waiting, move);
            case Preparation.Provide provide -> provide(waiting, move, provide.seen(), Set.of());
            case Preparation.ProvideInPart part ->
                provide(waiting, move, part.seen(), part.withheld());
          };
        });
  }

  private ReleaseOutcome provide(
      LockedCase waiting, CaseMove move, ContentDigest seen, Set<ItemCode> withheld) {
    OpenedRequest opened = requests.open(waiting, move.at());
    return switch (opened.content()) {
      case ReleasableContent.NotPermitted denied -> new NotAllowed(denied.code());
      case ReleasableContent.NotRegistered none -> new NotAllowed(ErrorCode.TKY_CASE_NO_CONTENT);
      case ReleasableContent.LayoutMismatch mismatch ->
          new NotAllowed(ErrorCode.TKY_CASE_NO_CONTENT);
      case Providable providable when !providable.digest().equals(seen) ->
          new ContentChanged(waiting.state(), waiting.version());
      case Providable providable -> {
        ProvidedInformation outgoing =
            OutgoingInformation.of(opened.request().body(), providable.replica(), withheld);
        boolean part = move.action() == ApprovalAction.PROVIDE_PART;
        yield part && !canBeWithheld(outgoing, withheld, move.at())
            ? new NotAllowed(ErrorCode.TKY_CASE_ITEM)
            : taken(waiting, move.preparing(XmlDocuments.write(outgoing), withheld));
      }
    };
  }

  /** Whether each was asked for, something is left, and the receiver still takes the answer. */
  private boolean canBeWithheld(ProvidedInformation outgoing, Set<ItemCode> withheld, Instant at) {
    Map<ItemCode, @Nullable String> values = new LinkedHashMap<>();
    outgoing.items().forEach(item -> values.put(item.code(), item.value()));
    return !withheld.isEmpty()
        && values.keySet().containsAll(withheld)
        && withheld.size() < values.size()
        && replicas
            .refusalOf(outgoing.information(), outgoing.edition(), values, JapanDay.of(at))
            .isEmpty();
  }

  private ReleaseOutcome taken(LockedCase waiting, CaseMove move) {
    return new Done(cases.take(waiting, move), waiting.version() + 1);
  }
}
