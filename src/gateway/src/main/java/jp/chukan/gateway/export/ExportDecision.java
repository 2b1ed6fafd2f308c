package jp.chukan.gateway.export;

import java.time.Instant;
import jp.chukan.contract.code.UserId;
import org.jspecify.annotations.Nullable;

/**
 * How an application ended.
 *
 * @param kind how
 * @param comment what the person wrote, null when nothing
 * @param by who
 * @param at when
 * @param until until when it may be taken out, null unless approved
 */
public record ExportDecision(
    Kind kind, @Nullable String comment, UserId by, Instant at, @Nullable Instant until) {

  /** How. */
  public enum Kind {
    APPROVED,
    REFUSED,
    /** By who had applied. */
    WITHDRAWN
  }

  /** Never shows the comment, which is free text. */
  @Override
  public String toString() {
    return "ExportDecision[" + kind + "]";
  }
}
