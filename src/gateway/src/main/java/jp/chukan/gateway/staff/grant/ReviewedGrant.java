package jp.chukan.gateway.staff.grant;

import java.time.Instant;
import java.util.Set;
import jp.chukan.gateway.staff.StoredGrant;
import org.jspecify.annotations.Nullable;

/**
 * A grant of the set in force, as its regular review looks at it (JN-36).
 *
 * @param stored the grant and its place
 * @param displayName name of the person, null without an account
 * @param appliedBy who applied, null when a file brought it
 * @param appliedAt when
 * @param givenBy who gave it: administrator, or certificate that sent the file
 * @param givenAt when
 * @param daysLeft days until its last day, below 0 when that has passed
 * @param marks what is to be looked at
 */
public record ReviewedGrant(
    StoredGrant stored,
    @Nullable String displayName,
    @Nullable String appliedBy,
    @Nullable Instant appliedAt,
    String givenBy,
    Instant givenAt,
    long daysLeft,
    Set<GrantMark> marks) {

  /** Never shows the name of the person. */
  @Override
  public String toString() {
    return "ReviewedGrant[" + stored + "]";
  }
}
