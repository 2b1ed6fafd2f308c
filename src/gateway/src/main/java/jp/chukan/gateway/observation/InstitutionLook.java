package jp.chukan.gateway.observation;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.gateway.approval.ApprovalState;
import jp.chukan.gateway.approval.WaitingOverview;
import jp.chukan.gateway.approval.WaitingOverview.Waiting;
import jp.chukan.gateway.deadletter.DeadLetters;
import jp.chukan.gateway.deadletter.LetterKind;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.kernel.OutgoingQueue;
import jp.chukan.gateway.kernel.ServedInstitutions;
import jp.chukan.gateway.network.OutboxDepths;
import jp.chukan.gateway.network.OutboxDepths.OutboxDepth;
import jp.chukan.gateway.record.comparison.RecordComparisonOverview;
import org.springframework.stereotype.Component;

/** What waits at each institution: to leave, for people, or because it could not be done. */
@Component
final class InstitutionLook implements PlantLook {
  private static final String INSTITUTION = "institution";
  private static final List<ApprovalState> WAITING =
      List.of(ApprovalState.AWAITING, ApprovalState.PREPARED);

  private final ServedInstitutions institutions;
  private final InstitutionTransactions transactions;
  private final OutboxDepths outbox;
  private final WaitingOverview approvals;
  private final DeadLetters letters;
  private final RecordComparisonOverview comparisons;

  InstitutionLook(
      ServedInstitutions institutions,
      InstitutionTransactions transactions,
      OutboxDepths outbox,
      WaitingOverview approvals,
      DeadLetters letters,
      RecordComparisonOverview comparisons) {
    this.institutions = institutions;
    this.transactions = transactions;
    this.outbox = outbox;
    this.approvals = approvals;
    this.letters = letters;
    this.comparisons = comparisons;
  }

  @Override
  public String part() {
    return "institutions";
  }

  @Override
  public void look(PlantReading reading, Instant now) {
    for (InstitutionCode institution : institutions.codes()) {
      transactions.run(
          institution,
          () -> {
            lookAtOutbox(reading, institution, now);
            lookAtCases(reading, institution, now);
            lookAtLetters(reading, institution);
            reading.put(
                PlantMetric.RECORDS_DIFFERING,
                comparisons.at(now).differing(),
                INSTITUTION,
                institution.value());
          });
    }
  }

  private void lookAtOutbox(PlantReading reading, InstitutionCode institution, Instant now) {
    Map<OutgoingQueue, OutboxDepth> found = new EnumMap<>(OutgoingQueue.class);
    outbox.all().forEach(depth -> found.put(depth.queue(), depth));
    for (OutgoingQueue queue : OutgoingQueue.values()) {
      OutboxDepth depth = found.getOrDefault(queue, new OutboxDepth(queue, 0, now));
      String[] tags = {INSTITUTION, institution.value(), "queue", queue.name()};
      reading.put(PlantMetric.OUTBOX_MESSAGES, depth.messages(), tags);
      reading.putSeconds(PlantMetric.OUTBOX_AGE, depth.oldest(), now, tags);
    }
  }

  private void lookAtCases(PlantReading reading, InstitutionCode institution, Instant now) {
    Map<ApprovalState, Waiting> found = new EnumMap<>(ApprovalState.class);
    approvals.all().forEach(waiting -> found.put(waiting.state(), waiting));
    for (ApprovalState state : WAITING) {
      Waiting waiting = found.get(state);
      reading.put(
          PlantMetric.CASES_WAITING,
          waiting == null ? 0 : waiting.cases(),
          INSTITUTION,
          institution.value(),
          "state",
          state.name());
    }
    found.values().stream()
        .map(Waiting::nextExpiry)
        .min(Comparator.naturalOrder())
        .ifPresent(
            expiry ->
                reading.putSeconds(
                    PlantMetric.CASES_LEFT, now, expiry, INSTITUTION, institution.value()));
  }

  private void lookAtLetters(PlantReading reading, InstitutionCode institution) {
    Map<LetterKind, Long> found = new EnumMap<>(LetterKind.class);
    letters.counts().forEach(count -> found.put(count.kind(), count.letters()));
    for (LetterKind kind : LetterKind.values()) {
      reading.put(
          PlantMetric.DEAD_LETTERS,
          found.getOrDefault(kind, 0L),
          INSTITUTION,
          institution.value(),
          "kind",
          kind.name());
    }
  }
}
