package jp.chukan.gateway.reconciliation;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.code.ResponseMode;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.gateway.approval.StaffComment;
import jp.chukan.gateway.correction.CorrectionDesk;
import jp.chukan.gateway.correction.CorrectionOutcome;
import jp.chukan.gateway.correction.Entry;
import jp.chukan.gateway.correction.ProposalState;
import jp.chukan.gateway.correction.WantedChange;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.reconciliation.Findings.Opened;
import jp.chukan.gateway.replica.ReplicaSnapshot;
import jp.chukan.gateway.replica.ReplicasByHand;
import jp.chukan.gateway.staff.StaffIdentity;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Makes proposals of findings: what is missing is to be registered, what is too many deleted, what
 * differs corrected to what the register says (MS-52, MU-25). Each goes the way of one that is
 * typed in: others check and approve it (MS-54), and only when the 「副本」 is still what the
 * comparison saw.
 */
@Component
class ProposeRepairs {
  private final CorrectionDesk desk;
  private final ReplicasByHand replicas;
  private final Findings findings;
  private final InstitutionTransactions transactions;

  ProposeRepairs(
      CorrectionDesk desk,
      ReplicasByHand replicas,
      Findings findings,
      InstitutionTransactions transactions) {
    this.desk = desk;
    this.replicas = replicas;
    this.findings = findings;
    this.transactions = transactions;
  }

  /** Each in a transaction of its own: that one is refused does not hold up the others. */
  RepairOutcome.Done propose(
      StaffIdentity who, ReceptionNumber number, List<Integer> positions, StaffComment reason) {
    int proposed = 0;
    int refused = 0;
    for (int position : positions) {
      boolean done =
          transactions.within(
              who.institution(),
              () ->
                  findings
                      .lock(who.institution(), number, position)
                      .map(found -> propose(who, number, found, reason))
                      .orElse(false));
      if (done) {
        proposed++;
      } else {
        refused++;
      }
    }
    return new RepairOutcome.Done(proposed, refused);
  }

  private boolean propose(
      StaffIdentity who, ReceptionNumber number, Opened found, StaffComment reason) {
    ReceptionNumber earlier = found.facts().proposal();
    if (earlier != null && isOpen(who, earlier)) {
      findings.proposed(number, found.facts().position(), earlier, ErrorCode.DBM_REPAIR_PROPOSED);
      return false;
    }
    CorrectionOutcome outcome = entered(who, found.content(), reason);
    switch (outcome) {
      case CorrectionOutcome.Done done ->
          findings.proposed(number, found.facts().position(), done.number(), null);
      case CorrectionOutcome.Denied denied ->
          findings.proposed(number, found.facts().position(), earlier, denied.code());
      case CorrectionOutcome.Lapsed lapsed ->
          throw new IllegalStateException("nothing lapses when it is entered");
    }
    return outcome instanceof CorrectionOutcome.Done;
  }

  /** One that was withdrawn may be made again. */
  private boolean isOpen(StaffIdentity who, ReceptionNumber proposal) {
    return desk.find(who, proposal).map(one -> one.state() != ProposalState.WITHDRAWN).orElse(true);
  }

  private CorrectionOutcome entered(StaffIdentity who, FoundDifference found, StaffComment reason) {
    try {
      return desk.enter(who, new Entry(found.key(), wanted(who, found), reason));
    } catch (InvalidInputException e) {
      return new CorrectionOutcome.Invalid(e.refusal());
    }
  }

  private WantedChange wanted(StaffIdentity who, FoundDifference found) {
    return switch (found.kind()) {
      case MISSING -> register(Objects.requireNonNull(found.register()));
      case EXTRA -> new WantedChange.Delete(Objects.requireNonNull(found.seen()));
      case DIFFERENT -> correct(who, found);
    };
  }

  private static WantedChange register(RegisterRecord register) {
    ResponseMode mode = register.responseMode();
    return new WantedChange.Register(
        register.parentRecordKey(),
        register.regionCode(),
        register.publishedFrom(),
        register.publishedTo(),
        mode == null ? ResponseMode.AUTOMATIC : mode,
        register.items());
  }

  private WantedChange correct(StaffIdentity who, FoundDifference found) {
    Optional<ReplicaSnapshot> stored = replicas.find(who.institution(), found.key());
    LocalDate from = stored.map(ReplicaSnapshot::publishedFrom).orElse(null);
    LocalDate to = stored.map(ReplicaSnapshot::publishedTo).orElse(null);
    Map<ItemCode, @Nullable String> items = new LinkedHashMap<>();
    for (ItemDifference one : found.differences()) {
      String wanted = one.register();
      if (one.item().equals(RegisterColumn.PUBLISHED_FROM.element())) {
        from = day(wanted);
      } else if (one.item().equals(RegisterColumn.PUBLISHED_TO.element())) {
        to = day(wanted);
      } else {
        items.put(new ItemCode(one.item()), wanted);
      }
    }
    return new WantedChange.Correct(Objects.requireNonNull(found.seen()), from, to, items);
  }

  private static @Nullable LocalDate day(@Nullable String text) {
    return text == null ? null : LocalDate.parse(text);
  }
}
