package jp.chukan.mocknetwork.certificateserver;

import jp.chukan.mocknetwork.institution.Institution;
import jp.chukan.mocknetwork.institution.InstitutionDirectory;
import jp.chukan.mocknetwork.institution.InstitutionRole;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.link.Systems;
import org.springframework.stereotype.Component;

/** Where キオスク端末 reach the 証明書発行サーバ of each municipality. */
@Component
final class CertificateServerDoors {
  CertificateServerDoors(
      Systems systems,
      InstitutionDirectory institutions,
      Issuers issuers,
      IssueCertificate certificates) {
    for (Institution served : institutions.withRole(InstitutionRole.SERVED)) {
      var server = new CountrySystem(SystemKind.CERTIFICATE_SERVER, served.localGovernment());
      systems
          .doorOf(server)
          .takes(
              FeeQuery.MESSAGE,
              SystemKind.KIOSK,
              FeeQuery.class,
              (from, query) -> new FeeQuery.Fee(issuers.of(server.place()).fee()))
          .takes(
              CertificateRequest.MESSAGE,
              SystemKind.KIOSK,
              CertificateRequest.class,
              (from, request) -> certificates.issue(server, request));
    }
  }
}
