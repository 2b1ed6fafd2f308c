package jp.chukan.gateway.deadletter;

import java.time.Instant;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.code.UserId;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter, without anything of what it says.
 *
 * @param number its number
 * @param kind what it is
 * @param processingNumber 「処理通番」, null when none could be read or it speaks of several
 * @param attempts how often it was tried, all lives together
 * @param takenOverAt when the server first put it on its queue
 * @param diedAt when the broker gave it up
 * @param state how it stands
 * @param decision what somebody decided, null while nobody has
 */
public record DeadLetter(
    LetterNumber number,
    LetterKind kind,
    @Nullable ProcessingNumber processingNumber,
    int attempts,
    Instant takenOverAt,
    Instant diedAt,
    LetterState state,
    @Nullable Decision decision) {

  /**
   * @param by who decided
   * @param at when
   * @param reason why
   */
  public record Decision(UserId by, Instant at, LetterReason reason) {}
}
