package jp.chukan.gateway.staff.session;

import java.time.Instant;
import jp.chukan.gateway.staff.StaffIdentity;
import org.jspecify.annotations.Nullable;

/**
 * A running session, as it stands at this request.
 *
 * @param key names it
 * @param identity who, and how strongly proven
 * @param displayName name of the person
 * @param institutionName name of the institution
 * @param openedAt when the person signed in
 * @param previousLogin the login before, null at the first
 * @param mustChangePassword nothing else is open before the person has chosen a password
 * @param hasPasskey whether one is enrolled
 * @param elsewhere how many other sessions of the same person run
 */
public record StaffSession(
    SessionKey key,
    StaffIdentity identity,
    String displayName,
    String institutionName,
    Instant openedAt,
    @Nullable Instant previousLogin,
    boolean mustChangePassword,
    boolean hasPasskey,
    int elsewhere) {

  /** Whether a role of the person still waits for a passkey (JN-20). */
  public boolean needsPasskey() {
    return !identity.passkey() && identity.roles().stream().anyMatch(role -> role.needsPasskey());
  }

  /** Never shows the name. */
  @Override
  public String toString() {
    return "StaffSession[" + key.number() + "]";
  }
}
