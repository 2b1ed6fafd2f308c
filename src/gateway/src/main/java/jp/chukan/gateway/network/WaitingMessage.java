package jp.chukan.gateway.network;

import java.time.Instant;
import jp.chukan.gateway.kernel.OutgoingMessage;
import org.jspecify.annotations.Nullable;

/**
 * A message in the outbox.
 *
 * @param message what has to leave
 * @param since when it was put there, which is when it was decided
 * @param traceParent trace of the decision, null when it was not traced
 */
public record WaitingMessage(
    OutgoingMessage message, Instant since, @Nullable String traceParent) {}
