package jp.chukan.mocknetwork.connection;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Objects;
import jp.chukan.contract.crypto.RevocationIssuer;
import org.springframework.stereotype.Component;

/** The keys of the 「認証局」 of this country; for telling what it revoked, it issues nothing here. */
@Component
public final class AuthorityKeys {
  private static final String ALIAS = "key";

  private final X509Certificate certificate;
  private final RevocationIssuer lists;
  private final RevocationIssuer responder;
  private final RevocationIssuer stranger;

  AuthorityKeys(KeyStores files) {
    this.certificate = certificate(files.store("authority"));
    this.lists = issuer(files, "authority");
    this.responder = issuer(files, "ocsp-responder");
    this.stranger = issuer(files, "network-signing");
  }

  /** The certificate that everything here is issued by. */
  public X509Certificate certificate() {
    return certificate;
  }

  /** Signs lists. */
  public RevocationIssuer lists() {
    return lists;
  }

  /** Signs answers, in the authority's stead. */
  public RevocationIssuer responder() {
    return responder;
  }

  /** May sign neither, for tests of who believes them. */
  public RevocationIssuer stranger() {
    return stranger;
  }

  private static RevocationIssuer issuer(KeyStores files, String name) {
    KeyStore store = files.store(name);
    try {
      return new RevocationIssuer(
          (PrivateKey) Objects.requireNonNull(store.getKey(ALIAS, files.password())),
          certificate(store));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("no key in " + name, e);
    }
  }

  private static X509Certificate certificate(KeyStore store) {
    try {
      return (X509Certificate) Objects.requireNonNull(store.getCertificate(ALIAS));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("no certificate", e);
    }
  }
}
