package jp.chukan.mocknetwork.residentrecords.card;

import jp.chukan.mocknetwork.certificate.CertificateQuery;
import jp.chukan.mocknetwork.institution.Institution;
import jp.chukan.mocknetwork.institution.InstitutionDirectory;
import jp.chukan.mocknetwork.institution.InstitutionRole;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.link.Systems;
import org.springframework.stereotype.Component;

/** Where the 証明書発行サーバ of a municipality reaches its 既存住基システム (T:361). */
@Component
final class CertificateDoors {
  CertificateDoors(
      Systems systems, InstitutionDirectory institutions, AnswerCertificateQuery answers) {
    for (Institution served : institutions.withRole(InstitutionRole.SERVED)) {
      systems
          .doorOf(new CountrySystem(SystemKind.RESIDENT_RECORDS, served.localGovernment()))
          .takes(
              CertificateQuery.MESSAGE,
              SystemKind.CERTIFICATE_SERVER,
              CertificateQuery.class,
              (from, query) -> answers.answer(served.code(), query));
    }
  }
}
