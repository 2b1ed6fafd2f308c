package jp.chukan.gateway.crypto.revocation;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where one authority tells what it revoked.
 *
 * @param name its subject (RFC 2253)
 * @param list address of its 「失効リスト」 (CRL), null or empty for none
 * @param status address of its responder (OCSP), null or empty for none
 * @param none true: it revokes nothing, and what it issued is believed to its end
 */
public record RevocationSource(
    X500Principal name,
    @Nullable URI list,
    @Nullable URI status,
    @DefaultValue("false") boolean none) {
  private static final Set<String> SCHEMES = Set.of("http", "https");

  public RevocationSource {
    list = present(list);
    status = present(status);
    if (none == (list != null || status != null)) {
      throw new IllegalArgumentException(
          "either an address or none: true is needed for the revocation of " + name);
    }
  }

  private static @Nullable URI present(@Nullable URI address) {
    if (address == null || address.toString().isEmpty()) {
      return null;
    }
    if (!SCHEMES.contains(String.valueOf(address.getScheme())) || address.getHost() == null) {
      throw new IllegalArgumentException("no address of HTTP: " + address);
    }
    return address;
  }

  Optional<URI> listAddress() {
    return Optional.ofNullable(list);
  }

  Optional<URI> statusAddress() {
    return Optional.ofNullable(status);
  }
}
