package jp.chukan.gateway.staff.grant;

import java.time.Instant;
import jp.chukan.contract.code.UserId;
import jp.chukan.gateway.staff.Grant;
import org.jspecify.annotations.Nullable;

/**
 * 「権限の申請」: what somebody applied for, and what became of it.
 *
 * @param number names it in the institution
 * @param grant what it would allow, with the reason of the applicant
 * @param displayName name of the person whose grant it would be
 * @param appliedBy who applied
 * @param appliedAt when
 * @param decision how it ended, null while it waits
 */
public record GrantApplication(
    long number,
    Grant grant,
    String displayName,
    UserId appliedBy,
    Instant appliedAt,
    @Nullable GrantEvent decision) {

  public boolean isWaiting() {
    return decision == null;
  }

  /** Never shows the name of the person. */
  @Override
  public String toString() {
    return "GrantApplication[" + number + "]";
  }
}
