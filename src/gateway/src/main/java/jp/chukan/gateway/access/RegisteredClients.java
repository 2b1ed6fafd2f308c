package jp.chukan.gateway.access;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.crypto.Certificates;
import jp.chukan.contract.error.InvalidInputException;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The allow-list of connecting systems (MS-09): a certificate from a trusted authority is not
 * enough, its name and institution must be registered here.
 *
 * @param clients every registered client
 */
@ConfigurationProperties("chukan.access")
public record RegisteredClients(List<ClientIdentity> clients) {

  public RegisteredClients {
    clients = List.copyOf(clients);
  }

  /** The client that this certificate proves, or empty when it is not registered. */
  Optional<ClientIdentity> find(X509Certificate certificate) {
    InstitutionCode institution;
    try {
      institution = Certificates.institutionOf(certificate);
    } catch (InvalidInputException noInstitution) {
      return Optional.empty();
    }
    String name = commonName(certificate);
    return clients.stream()
        .filter(client -> client.name().equals(name) && client.institution().equals(institution))
        .findFirst();
  }

  private static String commonName(X509Certificate certificate) {
    try {
      LdapName subject = new LdapName(certificate.getSubjectX500Principal().getName());
      return subject.getRdns().stream()
          .filter(rdn -> rdn.getType().equalsIgnoreCase("CN"))
          .map(Rdn::getValue)
          .map(String::valueOf)
          .findFirst()
          .orElse("");
    } catch (InvalidNameException e) {
      return "";
    }
  }
}
