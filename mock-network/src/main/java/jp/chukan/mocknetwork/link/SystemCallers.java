package jp.chukan.mocknetwork.link;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.security.auth.x500.X500Principal;

/** The systems that one system may be called by, known by the name in their certificates. */
final class SystemCallers {
  private final CountrySystem called;
  private final Map<String, CountrySystem> byName;
  private final Map<String, CountrySystem> others;
  private final Consumer<CountrySystem> refused;

  /**
   * @param called whose callers they are
   * @param callers those who may call
   * @param all every system of the country
   * @param refused told of a system that tried and may not
   */
  SystemCallers(
      CountrySystem called,
      Set<CountrySystem> callers,
      Set<CountrySystem> all,
      Consumer<CountrySystem> refused) {
    this.called = called;
    this.byName = byName(callers);
    this.others = byName(all);
    this.refused = refused;
  }

  private static Map<String, CountrySystem> byName(Set<CountrySystem> systems) {
    return systems.stream()
        .collect(Collectors.toUnmodifiableMap(CountrySystem::keyName, Function.identity()));
  }

  /** Whose certificate this is, empty when it is nobody who may call. */
  Optional<CountrySystem> of(X509Certificate certificate) {
    return Optional.ofNullable(byName.get(commonName(certificate.getSubjectX500Principal())));
  }

  /**
   * @throws CertificateException when it is the certificate of nobody who may call: the handshake
   *     fails
   */
  void require(X509Certificate certificate) throws CertificateException {
    if (of(certificate).isEmpty()) {
      CountrySystem other = others.get(commonName(certificate.getSubjectX500Principal()));
      if (other != null) {
        refused.accept(other);
      }
      throw new CertificateException("no caller of " + called);
    }
  }

  static String commonName(X500Principal subject) {
    try {
      return new LdapName(subject.getName())
          .getRdns().stream()
              .filter(rdn -> rdn.getType().equalsIgnoreCase("CN"))
              .map(Rdn::getValue)
              .map(String::valueOf)
              .findFirst()
              .orElse("");
    } catch (InvalidNameException e) {
      throw new IllegalArgumentException("a subject that was parsed is none", e);
    }
  }
}
