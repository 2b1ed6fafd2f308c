package jp.chukan.gateway.network;

import java.time.Instant;
import jp.chukan.gateway.kernel.OutgoingMessage;
import jp.chukan.gateway.kernel.OutgoingMessage.Answered;
import org.jspecify.annotations.Nullable;

/**
 * A message in the outbox.
 *
 * @param message what has to leave
 * @param since when it was put there, which is when it was decided
 * @param traceParent trace of the decision, null when it was not traced
 */
public record WaitingMessage(OutgoingMessage message, Instant since, @Nullable String traceParent) {

  /** How the request was decided that this answers, null when it answers nothing. */
  public @Nullable String outcome() {
    Answered answered = message.answered();
    return answered == null ? null : answered.outcome();
  }

  /** When that request came, in milliseconds since 1970. */
  public @Nullable Long receivedMillis() {
    Answered answered = message.answered();
    return answered == null ? null : answered.receivedAt().toEpochMilli();
  }
}
