package jp.chukan.gateway.deadletter;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.gateway.audit.Operation;
import jp.chukan.gateway.audit.OperationKind;
import jp.chukan.gateway.audit.OperationLog;
import jp.chukan.gateway.deadletter.DeadLetter.Decision;
import jp.chukan.gateway.deadletter.LetterOutcome.Done;
import jp.chukan.gateway.deadletter.LetterOutcome.Refused;
import jp.chukan.gateway.deadletter.LetterOutcome.Unknown;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.provision.AnswerReauthorisation;
import jp.chukan.gateway.staff.StaffIdentity;
import jp.chukan.gateway.staff.StaffRole;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A 団体管理者 sends a dead letter of the institution again, or discards it; kept in the 「操作ログ」 with the
 * reason, also when it is refused, in one transaction (JN-18, JN-19). What is sent again goes back
 * to its queue, where its flow checks it as if it had just come: signature, permit, today's list,
 * and whether it was taken up before. Refused here:
 *
 * <ul>
 *   <li>{@link ErrorCode#SCM_PAGE_NOT_OPEN} not a 団体管理者 whom a passkey has proven (JN-20)
 *   <li>{@link ErrorCode#SYM_LETTER_DECIDED} somebody has decided about it
 *   <li>{@link ErrorCode#TKY_NOT_ON_LIST}, {@link ErrorCode#TKY_NO_LIST}, {@link
 *       ErrorCode#TKY_PERMIT_EXPIRED} an answer with information may no longer leave: the flow that
 *       carries answers out decides nothing, so that it is decided here
 * </ul>
 */
@Component
public final class DecideDeadLetter {
  private final InstitutionTransactions transactions;
  private final LetterStore store;
  private final AnswerReauthorisation answers;
  private final OperationLog operations;
  private final InstantSource clock;

  DecideDeadLetter(
      InstitutionTransactions transactions,
      LetterStore store,
      AnswerReauthorisation answers,
      OperationLog operations,
      InstantSource clock) {
    this.transactions = transactions;
    this.store = store;
    this.answers = answers;
    this.operations = operations;
    this.clock = clock;
  }

  /** Sends it again. */
  public LetterOutcome redrive(StaffIdentity who, LetterNumber number, LetterReason reason) {
    return decide(who, number, reason, LetterState.REDRIVING, "console.queues.redrive");
  }

  /** Gives it up: its content goes, that it was there stays. */
  public LetterOutcome discard(StaffIdentity who, LetterNumber number, LetterReason reason) {
    return decide(who, number, reason, LetterState.DISCARDED, "console.queues.discard");
  }

  private LetterOutcome decide(
      StaffIdentity who,
      LetterNumber number,
      LetterReason reason,
      LetterState wanted,
      String function) {
    return transactions.within(
        who.institution(),
        () -> {
          Instant now = clock.instant();
          LetterOutcome outcome =
              store
                  .lock(number)
                  .map(
                      letter ->
                          refusal(who, letter, wanted, now)
                              .<LetterOutcome>map(Refused::new)
                              .orElseGet(Done::new))
                  .orElseGet(Unknown::new);
          if (outcome instanceof Done) {
            store.decide(number, wanted, new Decision(who.user(), now, reason));
          }
          operations.append(
              new Operation(
                  who.institution(),
                  who.user(),
                  OperationKind.DECISION,
                  function,
                  outcome instanceof Done,
                  number.value(),
                  null,
                  reason.text(),
                  now));
          return outcome;
        });
  }

  private Optional<ErrorCode> refusal(
      StaffIdentity who, DeadLetter letter, LetterState wanted, Instant now) {
    if (!who.mayActAs(StaffRole.ADMINISTRATOR)) {
      return Optional.of(ErrorCode.SCM_PAGE_NOT_OPEN);
    }
    if (letter.state() != LetterState.KEPT) {
      return Optional.of(ErrorCode.SYM_LETTER_DECIDED);
    }
    return wanted == LetterState.REDRIVING && letter.kind() == LetterKind.ANSWER
        ? refusalOfAnswer(who.institution(), letter.processingNumber(), now)
        : Optional.empty();
  }

  private Optional<ErrorCode> refusalOfAnswer(
      InstitutionCode provider, @Nullable ProcessingNumber exchange, Instant now) {
    return exchange == null
        ? Optional.of(ErrorCode.TKY_NOT_PROVIDED)
        : answers.refusal(provider, exchange, now);
  }
}
