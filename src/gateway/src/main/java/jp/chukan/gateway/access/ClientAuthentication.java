package jp.chukan.gateway.access;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;

/** A registered client whose certificate the TLS layer has verified. */
final class ClientAuthentication extends AbstractAuthenticationToken {
  private static final long serialVersionUID = 1L;

  private final transient ClientIdentity client;

  ClientAuthentication(ClientIdentity client) {
    super(List.of(new SimpleGrantedAuthority("ROLE_" + client.role().name())));
    this.client = client;
    setAuthenticated(true);
  }

  /** The client of the request that this thread serves; empty when none is proven. */
  static Optional<ClientIdentity> current() {
    return SecurityContextHolder.getContext().getAuthentication()
            instanceof ClientAuthentication proven
        ? Optional.of(proven.getPrincipal())
        : Optional.empty();
  }

  @Override
  public @Nullable Object getCredentials() {
    return null;
  }

  @Override
  public ClientIdentity getPrincipal() {
    return client;
  }
}
