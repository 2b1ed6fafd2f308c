package jp.chukan.contract.crypto;

import java.security.KeyStore;
import java.security.cert.X509Certificate;

/** A key for TLS in the form that the libraries of the connections take. Prints nothing of it. */
public final class TlsKey {
  private final KeyStore store;
  private final String alias;
  private final X509Certificate certificate;

  TlsKey(KeyStore store, String alias, X509Certificate certificate) {
    this.store = store;
    this.alias = alias;
    this.certificate = certificate;
  }

  /** Holds the key with its chain and nothing else. */
  public KeyStore store() {
    return store;
  }

  /** Of the key in there. */
  public String alias() {
    return alias;
  }

  public X509Certificate certificate() {
    return certificate;
  }

  /** The key id of this project. */
  public String keyId() {
    return Certificates.keyIdOf(certificate);
  }

  @Override
  public String toString() {
    return "TlsKey[" + keyId() + "]";
  }
}
