package jp.chukan.gateway.access;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import jp.chukan.gateway.crypto.CertificateFacts;
import jp.chukan.gateway.crypto.CertificateUse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The certificate with which each registered client connected last, so that people see whose ends
 * soon; since the start of this process, and never more than are registered.
 */
@Component
public class SeenCertificates {
  private final RegisteredClients clients;
  private final Map<ClientIdentity, X509Certificate> last = new ConcurrentHashMap<>();

  public SeenCertificates(RegisteredClients clients) {
    this.clients = clients;
  }

  /**
   * A registered client.
   *
   * @param client who it is
   * @param certificate its last, null when it has not connected
   */
  public record SeenClient(ClientIdentity client, @Nullable CertificateFacts certificate) {}

  /** The client has connected with this certificate. */
  void note(ClientIdentity client, X509Certificate certificate) {
    // the same object again costs nothing: TLS keeps it with the connection
    last.put(client, certificate);
  }

  /** The registered clients that this holds for, in their order. */
  public List<SeenClient> those(Predicate<ClientIdentity> wanted) {
    return clients.clients().stream()
        .filter(wanted)
        .map(client -> new SeenClient(client, facts(client)))
        .toList();
  }

  private @Nullable CertificateFacts facts(ClientIdentity client) {
    X509Certificate certificate = last.get(client);
    return certificate == null ? null : CertificateFacts.of(CertificateUse.CLIENT, certificate);
  }
}
