package jp.chukan.gateway.crypto;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import jp.chukan.contract.crypto.RevocationKnowledge;
import jp.chukan.gateway.testing.TestDatabase;
import jp.chukan.gateway.testing.TestKeys;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** Whom a test believes. */
public final class TestAuthorities {
  private TestAuthorities() {}

  /** These, for everything, without a list of the network. */
  public static AuthoritiesInForce of(X509Certificate... given) {
    return new AuthoritiesInForce(List.of(given), Optional::empty);
  }

  /** The lists of the network as one node sees them, proved by these authorities. */
  public static TrustLists lists(
      TestDatabase database,
      List<X509Certificate> given,
      RevocationKnowledge revocations,
      InstantSource clock) {
    return new TrustLists(
        new TrustListVerifier(
            new BootstrapAuthorities(given), revocations, clock, TestKeys.NETWORK.value()),
        new TrustListStore(database.jdbc()),
        new DataSourceTransactionManager(database.dataSource()),
        clock,
        Duration.ofHours(24));
  }

  /** These, and those of the list in force. */
  public static AuthoritiesInForce of(List<X509Certificate> given, TrustLists lists) {
    return new AuthoritiesInForce(given, lists::proved);
  }

  /** TLS with these authorities. */
  public static TlsTrust tls(
      RevocationKnowledge revocations, InstantSource clock, X509Certificate... given) {
    return new TlsTrust(of(given), revocations, clock);
  }
}
