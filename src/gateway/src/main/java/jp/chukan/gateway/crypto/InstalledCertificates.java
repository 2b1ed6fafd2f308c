package jp.chukan.gateway.crypto;

import java.util.List;
import java.util.Map;
import jp.chukan.contract.code.InstitutionCode;

/** The certificates of this installation, as they were loaded at its start. */
public final class InstalledCertificates {
  private final List<CertificateFacts> server;
  private final Map<InstitutionCode, List<CertificateFacts>> institutions;

  /**
   * @param server of the server itself
   * @param institutions of each served institution
   */
  public InstalledCertificates(
      List<CertificateFacts> server, Map<InstitutionCode, List<CertificateFacts>> institutions) {
    this.server = List.copyOf(server);
    this.institutions = Map.copyOf(institutions);
  }

  /** Those of the server itself, and whom it trusts. */
  public List<CertificateFacts> ofServer() {
    return server;
  }

  /** Those of an institution; empty for one that is not served. */
  public List<CertificateFacts> of(InstitutionCode institution) {
    return institutions.getOrDefault(institution, List.of());
  }
}
