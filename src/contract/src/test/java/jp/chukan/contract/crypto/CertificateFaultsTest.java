package jp.chukan.contract.crypto;

import static jp.chukan.contract.crypto.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.crypto.RevocationState.Good;
import jp.chukan.contract.crypto.RevocationState.Revoked;
import jp.chukan.contract.crypto.RevocationState.Unreachable;
import jp.chukan.contract.crypto.RevocationState.WithoutSource;
import jp.chukan.contract.crypto.TestAuthority.Issued;
import jp.chukan.contract.crypto.TestAuthority.KeyKind;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Attempt: each way in which a certificate is wrong. Result: each is told apart. */
@DisplayName("証明書の誤りの区別")
class CertificateFaultsTest {
  private static final Instant NOW = Instant.parse("2026-11-02T01:00:00Z");
  private static final InstantSource CLOCK = InstantSource.fixed(NOW);
  private static final InstitutionCode SIGNER = new InstitutionCode("0220104202101700");
  private static final byte[] CONTENT = {'<', 'a', '/', '>'};

  private final TestAuthority authority = TestAuthority.at(NOW);
  private RevocationState state = new Good();
  private X509Certificate revoked = authority.rootCertificate();
  private final TrustAnchors anchors = anchors(authority.rootCertificate());

  /** The state holds for one certificate, or for all but the others while none is named. */
  private TrustAnchors anchors(X509Certificate... roots) {
    List<X509Certificate> authorities = List.of(roots);
    return new TrustAnchors(
        () -> authorities,
        (certificate, issuer) ->
            revoked.equals(authority.rootCertificate()) || revoked.equals(certificate)
                ? state
                : new Good());
  }

  @Test // JN-01, JN-27
  @DisplayName("失効、確認不能、入手先なしは別の誤りになる")
  void revocationIsToldApart() {
    byte[] document = signed(leaf().issue());
    assertThatCode(() -> verify(document)).doesNotThrowAnyException();

    // the path is remembered by now: revocation is asked each time all the same
    state = new Revoked(NOW.minusSeconds(60));
    assertRefused(ErrorCode.SCM_PEER_CERTIFICATE_REVOKED, () -> verify(document));
    state = new Unreachable();
    assertRefused(ErrorCode.SCM_REVOCATION_UNREACHABLE, () -> verify(document));
    state = new WithoutSource();
    assertRefused(ErrorCode.SCM_REVOCATION_NO_SOURCE, () -> verify(document));
  }

  @Test // JN-01
  @DisplayName("暗号化用の証明書も失効を確かめ、理由は原因として残る")
  void aRecipientIsAskedAboutAsWell() {
    byte[] der = authority.encryption(SIGNER, KeyKind.EC_P256).der();
    assertThatCode(() -> RecipientCertificate.verify(der, SIGNER, anchors, CLOCK))
        .doesNotThrowAnyException();
    state = new Revoked(NOW.minusSeconds(60));
    InvalidInputException refused =
        catchThrowableOfType(
            InvalidInputException.class,
            () -> RecipientCertificate.verify(der, SIGNER, anchors, CLOCK));
    assertThat(refused.refusal().code()).isEqualTo(ErrorCode.TKY_KEY_UNSUITABLE);
    assertThat(refused.getCause())
        .isInstanceOfSatisfying(
            InvalidInputException.class,
            cause ->
                assertThat(cause.refusal().code())
                    .isEqualTo(ErrorCode.SCM_PEER_CERTIFICATE_REVOKED));
  }

  @Test // JN-27
  @DisplayName("過去の署名は、その時より後に失効しても有効である")
  void whatWasSignedBeforeTheRevocationHolds() {
    byte[] document = signed(leaf().issue());
    state = new Revoked(NOW.plusSeconds(60));
    assertThatCode(() -> verifyAsOf(document)).doesNotThrowAnyException();
    state = new Unreachable();
    assertThatCode(() -> verifyAsOf(document)).doesNotThrowAnyException();
    state = new Revoked(NOW);
    assertRefused(ErrorCode.SCM_PEER_CERTIFICATE_REVOKED, () -> verifyAsOf(document));
  }

  @Test // JN-01, JN-27
  @DisplayName("電文に含まれる中間認証局をたどる")
  void intermediateAuthoritiesOfTheMessageAreFollowed() {
    TestAuthority first = authority.intermediate("first");
    TestAuthority second = first.intermediate("second");
    Issued signer = second.leaf().institution(SIGNER).issue();

    byte[] whole = signed(signer, second.rootCertificate(), first.rootCertificate());
    assertThatCode(() -> verify(whole)).doesNotThrowAnyException();

    // the same as an anchor, as a trust list may make it
    TrustAnchors listed = anchors(authority.rootCertificate(), second.rootCertificate());
    assertThatCode(
            () ->
                new DocumentVerifier(listed, CLOCK)
                    .verify(new RawSignedDocument(signed(signer)), SIGNER))
        .doesNotThrowAnyException();
  }

  @Test // JN-27
  @DisplayName("中間認証局が失効していれば、その先も拒否する")
  void whatARevokedIntermediateIssuedIsRefused() {
    TestAuthority intermediate = authority.intermediate("revoked");
    Issued signer = intermediate.leaf().institution(SIGNER).issue();
    byte[] document = signed(signer, intermediate.rootCertificate());
    assertThatCode(() -> verify(document)).doesNotThrowAnyException();
    revoked = intermediate.rootCertificate();
    state = new Revoked(NOW.minusSeconds(60));
    assertRefused(ErrorCode.SCM_PEER_CERTIFICATE_REVOKED, () -> verify(document));
    revoked = signer.certificate();
    assertRefused(ErrorCode.SCM_PEER_CERTIFICATE_REVOKED, () -> verify(document));
  }

  @Test // JN-27
  @DisplayName("途中の欠けた経路、長すぎる経路、認証局でない者の発行した証明書は拒否する")
  void brokenPathsAreRefused() {
    TestAuthority first = authority.intermediate("first");
    TestAuthority second = first.intermediate("second");
    TestAuthority third = second.intermediate("third");
    TestAuthority fourth = third.intermediate("fourth");

    assertRefused(
        ErrorCode.SCM_CERTIFICATE_ISSUER,
        () -> verify(signed(second.leaf().institution(SIGNER).issue(), second.rootCertificate())));
    assertRefused(
        ErrorCode.SCM_CERTIFICATE_ISSUER,
        () ->
            verify(
                signed(
                    fourth.leaf().institution(SIGNER).issue(),
                    fourth.rootCertificate(),
                    third.rootCertificate(),
                    second.rootCertificate(),
                    first.rootCertificate())));
    TestAuthority impostor = TestAuthority.impostorAt(NOW);
    assertRefused(
        ErrorCode.SCM_CERTIFICATE_ISSUER,
        () ->
            verify(
                signed(impostor.leaf().institution(SIGNER).issue(), impostor.rootCertificate())));
  }

  @Test // JN-27
  @DisplayName("OCSPレスポンダーの鍵は文書に署名できない")
  void theKeyOfAResponderSignsNoDocument() {
    byte[] document = signed(leaf().purpose(KeyPurposeId.id_kp_OCSPSigning).issue());
    assertRefused(ErrorCode.SCM_CERTIFICATE_PURPOSE, () -> verify(document));
  }

  @Test // JN-01
  @DisplayName("通信の相手は、用途、期限、失効、発行者のそれぞれで拒否する")
  void aPeerOfTlsIsJudgedByAllOfThese() {
    X509Certificate[] client = {authority.tlsClient(SIGNER).certificate()};
    assertThatCode(() -> TlsPeer.CLIENT.verify(client, anchors, NOW)).doesNotThrowAnyException();
    assertRefused(
        ErrorCode.SCM_CERTIFICATE_PURPOSE, () -> TlsPeer.SERVER.verify(client, anchors, NOW));
    assertRefused(
        ErrorCode.SCM_CERTIFICATE_EXPIRED,
        () -> TlsPeer.CLIENT.verify(client, anchors, NOW.plus(Duration.ofDays(366))));
    assertRefused(
        ErrorCode.SCM_CERTIFICATE_NOT_YET_VALID,
        () -> TlsPeer.CLIENT.verify(client, anchors, NOW.minus(Duration.ofDays(2))));
    X509Certificate[] foreign = {TestAuthority.impostorAt(NOW).tlsClient(SIGNER).certificate()};
    assertRefused(
        ErrorCode.SCM_CERTIFICATE_ISSUER, () -> TlsPeer.CLIENT.verify(foreign, anchors, NOW));
    state = new Revoked(NOW);
    assertRefused(
        ErrorCode.SCM_PEER_CERTIFICATE_REVOKED, () -> TlsPeer.CLIENT.verify(client, anchors, NOW));
  }

  private TestAuthority.Leaf leaf() {
    return authority.leaf().institution(SIGNER).keyUsage(KeyUsage.digitalSignature);
  }

  private VerifiedDocument verify(byte[] document) {
    return new DocumentVerifier(anchors, CLOCK).verify(new RawSignedDocument(document), SIGNER);
  }

  private VerifiedDocument verifyAsOf(byte[] document) {
    return new DocumentVerifier(anchors, CLOCK)
        .verifyAsOf(new RawSignedDocument(document), SIGNER, content -> NOW);
  }

  private static byte[] signed(Issued signer, X509Certificate... others) {
    try {
      CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
      generator.addSignerInfoGenerator(
          new JcaSimpleSignerInfoGeneratorBuilder()
              .build("SHA256withECDSA", signer.privateKey(), signer.certificate()));
      generator.addCertificates(new JcaCertStore(List.of(signer.certificate())));
      generator.addCertificates(new JcaCertStore(List.of(others)));
      return generator.generate(new CMSProcessableByteArray(CONTENT), true).getEncoded();
    } catch (GeneralSecurityException
        | CMSException
        | IOException
        | OperatorCreationException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
