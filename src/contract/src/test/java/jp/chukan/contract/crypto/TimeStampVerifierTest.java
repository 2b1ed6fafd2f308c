package jp.chukan.contract.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static jp.chukan.contract.crypto.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.crypto.TestAuthority.Issued;
import jp.chukan.contract.crypto.TestAuthority.KeyKind;
import jp.chukan.contract.crypto.TestAuthority.Leaf;
import jp.chukan.contract.error.ErrorCode;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Attempt: a token that is not in order. Result: refused, with the code that says why. */
class TimeStampVerifierTest {
  private static final Instant NOW = Instant.parse("2026-10-01T00:00:00.250Z");
  private static final InstitutionCode HOLDER = new InstitutionCode("0030099000001700");
  private static final byte[] DOCUMENT = "signed head 1".getBytes(UTF_8);
  private static final byte[] OTHER = "signed head 2".getBytes(UTF_8);

  private final TestAuthority authority = TestAuthority.at(NOW);
  private final Issued stamping = authority.timeStampAuthority(HOLDER);
  private final TimeStampVerifier verifier = new TimeStampVerifier(authority.trustAnchors());

  @Test // JN-19
  @DisplayName("正しいタイムスタンプは、時刻と発行者が確かめられる")
  void aSoundTimeStampIsVerifiedWithItsTimeAndAuthority() {
    TimeStamp stamp = verifier.verify(draft().token(), DOCUMENT);

    assertThat(stamp.time()).isEqualTo(Instant.parse("2026-10-01T00:00:00Z"));
    assertThat(stamp.authority()).isEqualTo("Chukan test");
    assertThat(stamp.serialNumber()).isEqualTo(BigInteger.TEN);
    assertThat(stamp.policy()).isEqualTo(TimeStampIssuer.POLICY);
    assertThat(stamp.accuracy()).isEmpty();
    assertThat(stamp.certificate()).isEqualTo(stamping.certificate());
  }

  @Test // JN-19
  @DisplayName("別の内容に対するタイムスタンプは拒否する")
  void stampOfAnotherDocumentIsRefused() {
    RawTimeStamp token = draft().token();

    assertRefused(ErrorCode.SCM_TIME_STAMP_CONTENT, () -> verifier.verify(token, OTHER));
  }

  @Test // MS-43
  void imprintByAnotherDigestIsRefused() {
    byte[] digest = TimeStampRequest.digestOf(DOCUMENT);

    refuses(
        ErrorCode.SCM_TIME_STAMP_CONTENT,
        draft -> draft.imprint(NISTObjectIdentifiers.id_sha3_256, digest));
  }

  @Test // JN-19
  @DisplayName("失効日を過ぎた証明書でも、発行時に有効であれば後から検証できる")
  void aStampIsVerifiedAtItsOwnTimeNotAtTheTimeOfVerification() {
    Instant expiry = NOW.minus(Duration.ofDays(30));
    Issued expired =
        stampingLeaf().validity(expiry.minus(Duration.ofDays(1)), expiry.plusSeconds(1)).issue();

    verifier.verify(new TimeStampDraft(DOCUMENT, expired, expiry).token(), DOCUMENT);

    assertRefused(
        ErrorCode.SCM_TIME_STAMP_CERTIFICATE,
        () ->
            verifier.verify(
                new TimeStampDraft(DOCUMENT, expired, expiry.plusSeconds(2)).token(), DOCUMENT));
    assertRefused(
        ErrorCode.SCM_TIME_STAMP_CERTIFICATE,
        () ->
            verifier.verify(
                new TimeStampDraft(DOCUMENT, expired, expiry.minus(Duration.ofDays(2))).token(),
                DOCUMENT));
  }

  @Test // JN-19
  @DisplayName("タイムスタンプ用でない証明書によるものは拒否する")
  void certificateThatIsNotForTimeStampsAloneIsRefused() {
    refuses(ErrorCode.SCM_TIME_STAMP_CERTIFICATE, plainLeaf().issue());
    refuses(
        ErrorCode.SCM_TIME_STAMP_CERTIFICATE,
        plainLeaf().purpose(KeyPurposeId.id_kp_timeStamping).issue());
    refuses(
        ErrorCode.SCM_TIME_STAMP_CERTIFICATE,
        plainLeaf().criticalPurpose(KeyPurposeId.id_kp_codeSigning).issue());
    refuses(
        ErrorCode.SCM_TIME_STAMP_CERTIFICATE,
        stampingLeaf().purpose(KeyPurposeId.id_kp_codeSigning).issue());
    refuses(
        ErrorCode.SCM_TIME_STAMP_CERTIFICATE,
        stampingLeaf().keyUsage(KeyUsage.keyAgreement).issue());
    refuses(ErrorCode.SCM_TIME_STAMP_CERTIFICATE, stampingLeaf().withoutKeyUsage().issue());
  }

  @Test // JN-19
  @DisplayName("信頼していない認証局の証明書によるものは拒否する")
  void anotherIssuerIsRefused() {
    Issued foreign = TestAuthority.impostorAt(NOW).timeStampAuthority(HOLDER);

    refuses(ErrorCode.SCM_TIME_STAMP_CERTIFICATE, foreign);
  }

  @Test // JN-19
  void aCertificateOtherThanTheSignedOneIsRefused() {
    byte[] another = authority.timeStampAuthority(HOLDER).der();

    refuses(ErrorCode.SCM_TIME_STAMP_CERTIFICATE, draft -> draft.naming(another));
    refuses(ErrorCode.SCM_TIME_STAMP, TimeStampDraft::namingNothing);
    refuses(ErrorCode.SCM_TIME_STAMP_CERTIFICATE, TimeStampDraft::withoutCertificate);
  }

  @Test // JN-19
  void anotherNumberOfSignersThanOneIsRefused() {
    Issued second = authority.timeStampAuthority(HOLDER);

    refuses(ErrorCode.SCM_TIME_STAMP, draft -> draft.alsoSignedBy(second));
    refuses(ErrorCode.SCM_TIME_STAMP, TimeStampDraft::signedByNobody);
  }

  @Test // JN-19
  void whatTheSignatureDoesNotCoverIsRefused() {
    refuses(ErrorCode.SCM_TIME_STAMP, TimeStampDraft::withUnsignedAttribute);
    refuses(ErrorCode.SCM_TIME_STAMP, draft -> draft.afterContent((byte) 5, (byte) 0));
  }

  @Test // JN-19
  void contentThatIsNoTimeIsRefused() {
    refuses(ErrorCode.SCM_TIME_STAMP, draft -> draft.contentType(PKCSObjectIdentifiers.data));
    refuses(ErrorCode.SCM_TIME_STAMP, draft -> draft.extension(true));
    verifier.verify(draft().extension(false).token(), DOCUMENT);
  }

  @ParameterizedTest // JN-19
  @ValueSource(
      strings = {"20261001000000", "20261001000000+0900", "202610010000Z", "20261001000000.50Z"})
  void timeOfAnotherFormIsRefused(String time) {
    refuses(ErrorCode.SCM_TIME_STAMP, draft -> draft.time(time));
  }

  @Test // JN-19
  void theAuthorityIsNamedAsInItsCertificateOrNotAtAll() throws IOException {
    X500Name subject = new X509CertificateHolder(stamping.der()).getSubject();

    verifier.verify(draft().authority(new GeneralName(subject)).token(), DOCUMENT);

    refuses(
        ErrorCode.SCM_TIME_STAMP_CERTIFICATE,
        draft -> draft.authority(new GeneralName(new X500Name("CN=another"))));
  }

  @ParameterizedTest // MS-43
  @CsvSource({
    "EC_P256,SHA256withECDSA",
    "EC_P256,SHA512withECDSA",
    "EC_P384,SHA384withECDSA",
    "RSA_3072,SHA256withRSA",
    "RSA_3072,SHA384withRSA",
    "RSA_3072,SHA512withRSA"
  })
  void algorithmsOfRealAuthoritiesAreTaken(KeyKind kind, String algorithm) {
    Issued issued = stampingLeaf().kind(kind).issue();

    TimeStamp stamp =
        verifier.verify(
            new TimeStampDraft(DOCUMENT, issued, NOW).algorithm(algorithm).token(), DOCUMENT);

    assertThat(stamp.certificate()).isEqualTo(issued.certificate());
  }

  @ParameterizedTest // MS-43
  @CsvSource({
    "EC_P256,SHA1withECDSA",
    "EC_P521,SHA512withECDSA",
    "RSA_2048,SHA256withRSA",
    "RSA_3072,SHA1withRSA",
    "RSA_3072,SHA256withRSAandMGF1",
    "ED25519,Ed25519"
  })
  @DisplayName("許可されていない署名方式は拒否する")
  void otherAlgorithmsAreRefused(KeyKind kind, String algorithm) {
    Issued issued = stampingLeaf().kind(kind).issue();

    assertRefused(
        ErrorCode.SCM_ALGORITHM,
        () ->
            verifier.verify(
                new TimeStampDraft(DOCUMENT, issued, NOW).algorithm(algorithm).token(), DOCUMENT));
  }

  @Test // MS-43
  void certificateNamedBySha1IsRefused() {
    refuses(ErrorCode.SCM_ALGORITHM, TimeStampDraft::namingBySha1Only);
    refuses(ErrorCode.SCM_ALGORITHM, draft -> draft.namingBy(OIWObjectIdentifiers.idSHA1));
    verifier.verify(draft().namingBy(NISTObjectIdentifiers.id_sha512).token(), DOCUMENT);
  }

  @Test // JN-19
  @DisplayName("どのビットを変えても検証を通らない")
  void noChangedBitVerifies() {
    byte[] token = draft().token().bytes();
    for (int position = 0; position < token.length; position++) {
      for (int bit = 0; bit < 8; bit++) {
        byte[] changed = token.clone();
        changed[position] ^= (byte) (1 << bit);
        assertRefused(
            List.of(
                ErrorCode.SCM_TIME_STAMP,
                ErrorCode.SCM_TIME_STAMP_CONTENT,
                ErrorCode.SCM_TIME_STAMP_CERTIFICATE,
                ErrorCode.SCM_ALGORITHM),
            "byte " + position + ", bit " + bit,
            () -> verifier.verify(new RawTimeStamp(changed), DOCUMENT));
      }
    }
  }

  @Test // JN-19
  void bytesAfterTheEndAndCutOnesAreRefused() {
    byte[] token = draft().token().bytes();

    for (int length : new int[] {0, 1, token.length / 2, token.length - 1, token.length + 1}) {
      assertRefused(
          ErrorCode.SCM_TIME_STAMP,
          () -> verifier.verify(new RawTimeStamp(Arrays.copyOf(token, length)), DOCUMENT));
    }
  }

  @Test // JN-19
  void whatIsNoTokenIsRefused() {
    byte[] document = new DocumentSigner(authority.signingKey(HOLDER), () -> NOW).sign(DOCUMENT);

    assertRefused(
        ErrorCode.SCM_TIME_STAMP, () -> verifier.verify(new RawTimeStamp(DOCUMENT), DOCUMENT));
    assertRefused(
        ErrorCode.SCM_TIME_STAMP, () -> verifier.verify(new RawTimeStamp(document), DOCUMENT));
  }

  private TimeStampDraft draft() {
    return new TimeStampDraft(DOCUMENT, stamping, NOW);
  }

  private Leaf plainLeaf() {
    return authority.leaf().institution(HOLDER).keyUsage(KeyUsage.digitalSignature);
  }

  private Leaf stampingLeaf() {
    return plainLeaf().criticalPurpose(KeyPurposeId.id_kp_timeStamping);
  }

  private void refuses(ErrorCode code, UnaryOperator<TimeStampDraft> change) {
    RawTimeStamp token = change.apply(draft()).token();
    assertRefused(code, () -> verifier.verify(token, DOCUMENT));
  }

  private void refuses(ErrorCode code, Issued signer) {
    RawTimeStamp token = new TimeStampDraft(DOCUMENT, signer, NOW).token();
    assertRefused(code, () -> verifier.verify(token, DOCUMENT));
  }
}
