package jp.chukan.contract.crypto;

import java.security.KeyStore;
import java.security.cert.X509Certificate;

/**
 * A key for TLS in the form that the libraries of the connections take.
 *
 * @param store holds the key with its chain and nothing else
 * @param alias of the key in there
 * @param certificate of the key
 */
public record TlsKey(KeyStore store, String alias, X509Certificate certificate) {

  /** The key id of this project. */
  public String keyId() {
    return Certificates.keyIdOf(certificate);
  }

  @Override
  public String toString() {
    return "TlsKey[" + keyId() + "]";
  }
}
