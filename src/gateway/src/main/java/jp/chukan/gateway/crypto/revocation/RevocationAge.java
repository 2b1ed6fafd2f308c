package jp.chukan.gateway.crypto.revocation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How recent what is known of one authority is.
 *
 * @param authority its name (RFC 2253)
 * @param kind by which way
 * @param state whether it counts
 * @param madeAt when what is held was true, null for nothing held; of several the oldest
 * @param nextAt when the next was promised, null for nothing held
 * @param refusedFrom from when on its certificates are refused, null when never or already
 */
public record RevocationAge(
    String authority,
    Kind kind,
    State state,
    @Nullable Instant madeAt,
    @Nullable Instant nextAt,
    @Nullable Instant refusedFrom) {

  /** Ways to tell what is revoked. */
  public enum Kind {
    /** 「失効リスト」 (CRL). */
    LIST,
    /** Answers about one certificate each (OCSP). */
    STATUS,
    /** Said to be none. */
    NONE,
    /** Nobody said which. */
    UNKNOWN
  }

  /** Whether what is held counts. */
  public enum State {
    /** Its time is not over. */
    RECENT,
    /** Its time is over; it counts until the grace window ends. */
    LATE,
    /** It counts no more, or there is nothing. */
    ENDED,
    /** Nothing is asked: it is said so, or nobody has asked for a certificate yet. */
    IDLE
  }
}
