package jp.chukan.gateway.institution;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One version of the 「機関マスタ」 and what became of it.
 *
 * @param version 版
 * @param base the version in force when it was taken in, null for the first
 * @param rows how many rows it has
 * @param proposedAt when it was taken in
 * @param proposedBy who sent it
 * @param activation null while it never was in force
 */
public record MasterVersion(
    int version,
    @Nullable Integer base,
    int rows,
    Instant proposedAt,
    MasterActor proposedBy,
    @Nullable Activation activation) {

  /**
   * Since when, and by whom.
   *
   * @param at since when it was in force
   * @param by who said so
   */
  public record Activation(Instant at, MasterActor by) {}
}
