package jp.chukan.gateway.crypto;

import java.security.cert.X509Certificate;
import java.util.List;

/**
 * The authorities that this installation was given by hand: whom the network itself is proved by.
 *
 * @param certificates at least one
 */
record BootstrapAuthorities(List<X509Certificate> certificates) {
  BootstrapAuthorities {
    certificates = List.copyOf(certificates);
  }
}
