package jp.chukan.gateway.staff.door;

import java.util.Collection;
import jp.chukan.gateway.staff.StaffIdentity;
import jp.chukan.gateway.staff.session.StaffSession;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A person of the staff with a running session; the roles are those that it may use. */
final class StaffAuthentication extends AbstractAuthenticationToken {
  private static final long serialVersionUID = 1L;

  private final transient StaffSession session;

  StaffAuthentication(StaffSession session) {
    super(authorities(session.identity()));
    this.session = session;
    setAuthenticated(true);
  }

  private static Collection<GrantedAuthority> authorities(StaffIdentity identity) {
    return identity.roles().stream()
        .filter(identity::mayActAs)
        .<GrantedAuthority>map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
        .toList();
  }

  StaffSession session() {
    return session;
  }

  @Override
  public @Nullable Object getCredentials() {
    return null;
  }

  @Override
  public StaffIdentity getPrincipal() {
    return session.identity();
  }

  /** The id: passkeys are found by it. */
  @Override
  public String getName() {
    return session.identity().user().value();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
