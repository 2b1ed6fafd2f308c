package jp.chukan.gateway.access;

import static jp.chukan.gateway.testing.TestKeys.ADACHI;
import static jp.chukan.gateway.testing.TestKeys.PLATFORM;
import static jp.chukan.gateway.testing.TestKeys.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import jp.chukan.gateway.access.SeenCertificates.SeenClient;
import jp.chukan.gateway.crypto.CertificateFacts;
import jp.chukan.gateway.crypto.CertificateUse;
import jp.chukan.gateway.crypto.InstalledCertificates;
import jp.chukan.gateway.testing.RunningGateway;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("証明書の一覧")
class SeenCertificatesIT {
  private final RunningGateway gateway = RunningGateway.shared();

  @Test
  void theCertificateOfARegisteredClientIsKnownOnceItHasConnected()
      throws IOException, InterruptedException {
    gateway.get("municipal-client-" + ADACHI, "/municipal/approval-cases");
    gateway.get("stranger-client", "/municipal/approval-cases");
    SeenCertificates seen = gateway.context().getBean(SeenCertificates.class);
    assertThat(seen.those(client -> client.institution().equals(ADACHI)))
        .singleElement()
        .extracting(SeenClient::certificate)
        .satisfies(
            facts -> {
              assertThat(facts.holder()).isEqualTo(ADACHI);
              assertThat(facts.use()).isEqualTo(CertificateUse.CLIENT);
              assertThat(facts.algorithm()).isEqualTo("EC 256 / SHA256withECDSA");
              assertThat(facts.to()).isAfter(facts.from());
            });
    assertThat(seen.those(client -> client.institution().equals(STRANGER))).isEmpty();
  }

  @Test
  void everyInstitutionSignsAndDecryptsAndTheServerSpeaksTls() {
    InstalledCertificates installed = gateway.context().getBean(InstalledCertificates.class);
    assertThat(installed.of(ADACHI))
        .allSatisfy(facts -> assertThat(facts.holder()).isEqualTo(ADACHI))
        .extracting(CertificateFacts::use)
        .containsExactly(CertificateUse.SIGNING, CertificateUse.DECRYPTION);
    assertThat(installed.of(PLATFORM)).isEmpty();
    assertThat(installed.ofServer())
        .extracting(CertificateFacts::use)
        .containsExactly(
            CertificateUse.TLS_SERVER, CertificateUse.TLS_CLIENT, CertificateUse.AUTHORITY);
  }
}
