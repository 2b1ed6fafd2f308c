package jp.chukan.gateway.access;

import static jp.chukan.gateway.testing.TestKeys.ISHINOMAKI;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import jp.chukan.contract.crypto.RevocationState;
import jp.chukan.contract.crypto.RevocationState.Good;
import jp.chukan.contract.crypto.RevocationState.Revoked;
import jp.chukan.contract.crypto.RevocationState.Unreachable;
import jp.chukan.contract.crypto.TestAuthority;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.gateway.crypto.TestAuthorities;
import jp.chukan.gateway.testing.RunningGateway;
import jp.chukan.gateway.testing.TestClock;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;

/** Attempt: a registered client whose certificate holds no more. Result: it gets nothing. */
@DisplayName("接続元の証明書の失効")
class RevokedClientIT {
  private static final Instant NOW = Instant.parse("2026-11-02T01:00:00Z");
  private static final String NAME = "municipal-client-" + ISHINOMAKI;

  private final RunningGateway gateway = RunningGateway.shared();
  private final TestClock clock = new TestClock(NOW);
  private final TestAuthority authority = TestAuthority.at(NOW);
  private RevocationState state = new Good();
  private final CertificateFilter filter =
      new CertificateFilter(
          gateway.context().getBean(RegisteredClients.class),
          new SeenCertificates(gateway.context().getBean(RegisteredClients.class)),
          TestAuthorities.tls((certificate, issuer) -> state, clock, authority.rootCertificate()),
          gateway.context().getBean(RefusalWriter.class));
  private final X509Certificate certificate = client(KeyPurposeId.id_kp_clientAuth);

  @AfterEach
  void leave() {
    SecurityContextHolder.clearContext();
  }

  @Test // JN-01, MS-39
  void aSoundClientIsLetThrough() throws ServletException, IOException {
    MockFilterChain chain = new MockFilterChain();
    filter.doFilter(request(certificate), new MockHttpServletResponse(), chain);
    assertThat(chain.getRequest()).isNotNull();
  }

  @Test // JN-01, MS-39
  @DisplayName("失効、期限切れ、用途違い、別の認証局は、それぞれの誤りで拒否する")
  void aClientWhoseCertificateHoldsNoMoreIsRefused() throws ServletException, IOException {
    state = new Revoked(NOW);
    assertRefused(certificate, 403, ErrorCode.SCM_PEER_CERTIFICATE_REVOKED);
    state = new Unreachable();
    assertRefused(certificate, 503, ErrorCode.SCM_REVOCATION_UNREACHABLE);
    state = new Good();
    assertRefused(client(KeyPurposeId.id_kp_serverAuth), 403, ErrorCode.SCM_CERTIFICATE_PURPOSE);
    X509Certificate foreign =
        TestAuthority.impostorAt(NOW)
            .leaf()
            .commonName(NAME)
            .institution(ISHINOMAKI)
            .purpose(KeyPurposeId.id_kp_clientAuth)
            .issue()
            .certificate();
    assertRefused(foreign, 403, ErrorCode.SCM_CERTIFICATE_ISSUER);
    // a connection that stays open ends with its certificate
    clock.advance(Duration.ofDays(366));
    assertRefused(certificate, 403, ErrorCode.SCM_CERTIFICATE_EXPIRED);
  }

  private void assertRefused(X509Certificate shown, int status, ErrorCode code)
      throws ServletException, IOException {
    MockHttpServletResponse response = new MockHttpServletResponse();
    MockFilterChain chain = new MockFilterChain();
    filter.doFilter(request(shown), response, chain);
    assertThat(chain.getRequest()).as("nothing behind sees it").isNull();
    assertThat(response.getStatus()).isEqualTo(status);
    assertThat(response.getContentAsString(StandardCharsets.UTF_8)).contains(code.id());
  }

  private X509Certificate client(KeyPurposeId purpose) {
    return authority
        .leaf()
        .commonName(NAME)
        .institution(ISHINOMAKI)
        .keyUsage(KeyUsage.digitalSignature)
        .purpose(purpose)
        .issue()
        .certificate();
  }

  private static MockHttpServletRequest request(X509Certificate shown) {
    MockHttpServletRequest request = new MockHttpServletRequest("POST", "/municipal/replicas");
    request.setAttribute("jakarta.servlet.request.X509Certificate", new X509Certificate[] {shown});
    return request;
  }
}
