package jp.chukan.gateway.access;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A registered client whose certificate the TLS layer has verified. */
final class ClientAuthentication extends AbstractAuthenticationToken {
  private static final long serialVersionUID = 1L;

  private final transient ClientIdentity client;

  ClientAuthentication(ClientIdentity client) {
    super(List.of(new SimpleGrantedAuthority("ROLE_" + client.role().name())));
    this.client = client;
    setAuthenticated(true);
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
