package jp.chukan.contract.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static jp.chukan.contract.crypto.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.crypto.TestAuthority.Issued;
import jp.chukan.contract.crypto.TestAuthority.KeyKind;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Attempt: a document that is not in order. Result: refused, with the code that says why. */
class DocumentVerifierTest {
  private static final Instant NOW = Instant.parse("2026-10-01T00:00:00Z");
  private static final InstantSource CLOCK = InstantSource.fixed(NOW);
  private static final InstitutionCode SIGNER = new InstitutionCode("0220104202101700");
  private static final InstitutionCode OTHER = new InstitutionCode("0220108220101700");
  private static final byte[] CONTENT = "<IF_TKY_30102/>".getBytes(UTF_8);

  private final TestAuthority authority = TestAuthority.at(NOW);
  private final TrustAnchors anchors = authority.trustAnchors();
  private final DocumentVerifier verifier = new DocumentVerifier(anchors, CLOCK);

  @Test // JN-27
  @DisplayName("署名された文書は、内容と署名者が確かめられる")
  void aSoundDocumentIsVerifiedWithItsContentAndSigner() {
    SigningKey key = authority.signingKey(SIGNER);

    VerifiedDocument verified = verify(new DocumentSigner(key, CLOCK).sign(CONTENT));

    assertThat(verified.content()).isEqualTo(CONTENT);
    assertThat(verified.signer()).isEqualTo(SIGNER);
    assertThat(verified.certificate()).isEqualTo(key.certificate());
  }

  @Test // JN-27
  void theContentCannotBeChangedThroughWhatIsHandedOut() {
    VerifiedDocument verified =
        verify(new DocumentSigner(authority.signingKey(SIGNER), CLOCK).sign(CONTENT));

    verified.content()[0] = 0;

    assertThat(verified.content()).isEqualTo(CONTENT);
  }

  @Test // JN-27
  @DisplayName("別の内容に対する署名は拒否する")
  void signatureOverOtherBodyIsRefused() {
    byte[] document = new DocumentSigner(authority.signingKey(SIGNER), CLOCK).sign(CONTENT);
    int position = indexOf(document, CONTENT);
    document[position + 1] ^= 1;

    assertRefused(ErrorCode.SCM_SIGNATURE, () -> verify(document));
  }

  @Test // JN-27
  @DisplayName("どのバイトを変えても、別の内容や別の署名者にはならない")
  void noChangedByteChangesWhatIsBelieved() {
    byte[] document = new DocumentSigner(authority.signingKey(SIGNER), CLOCK).sign(CONTENT);
    int accepted = 0;
    for (int position = 0; position < document.length; position += 3) {
      byte[] changed = document.clone();
      changed[position] ^= 1;
      try {
        VerifiedDocument verified = verify(changed);
        // letters of the issuer's name in another case, for example, mean the same
        assertThat(verified.content()).as("byte %d", position).isEqualTo(CONTENT);
        assertThat(verified.signer()).as("byte %d", position).isEqualTo(SIGNER);
        accepted++;
      } catch (InvalidInputException refused) {
        assertThat(refused.refusal().code())
            .as("byte %d", position)
            .isIn(
                ErrorCode.SCM_SIGNATURE,
                ErrorCode.SCM_ALGORITHM,
                ErrorCode.SCM_CERTIFICATE,
                ErrorCode.SCM_CERTIFICATE_EXPIRED,
                ErrorCode.SCM_CERTIFICATE_NOT_YET_VALID,
                ErrorCode.SCM_CERTIFICATE_PURPOSE,
                ErrorCode.SCM_CERTIFICATE_ISSUER);
      }
    }
    assertThat(accepted).isLessThan(5);
  }

  @Test // JN-27
  @DisplayName("署名者のいないSignedDataは拒否する")
  void zeroSignersAreRefused() {
    assertRefused(ErrorCode.SCM_SIGNATURE, () -> verify(signedBy("SHA256withECDSA", true)));
  }

  @Test // JN-27
  void twoSignersAreRefused() {
    byte[] document =
        signedBy("SHA256withECDSA", true, signingLeaf().issue(), signingLeaf().issue());

    assertRefused(ErrorCode.SCM_SIGNATURE, () -> verify(document));
  }

  @Test // JN-27
  void contentApartFromItsSignatureIsRefused() {
    byte[] document = signedBy("SHA256withECDSA", false, signingLeaf().issue());

    assertRefused(ErrorCode.SCM_SIGNATURE, () -> verify(document));
  }

  @Test // JN-27
  void aSignatureWithoutSignedAttributesIsRefused()
      throws OperatorCreationException, GeneralSecurityException, CMSException, IOException {
    Issued issued = signingLeaf().issue();
    CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
    generator.addSignerInfoGenerator(
        new JcaSimpleSignerInfoGeneratorBuilder()
            .setDirectSignature(true)
            .build("SHA256withECDSA", issued.privateKey(), issued.certificate()));
    generator.addCertificates(new JcaCertStore(List.of(issued.certificate())));
    byte[] document = generator.generate(new CMSProcessableByteArray(CONTENT), true).getEncoded();

    assertRefused(ErrorCode.SCM_SIGNATURE, () -> verify(document));
  }

  @Test // JN-27
  @DisplayName("期待した機関以外の署名は拒否する")
  void foreignSignerInstitutionIsRefused() {
    byte[] document = new DocumentSigner(authority.signingKey(OTHER), CLOCK).sign(CONTENT);

    assertRefused(ErrorCode.SCM_CERTIFICATE_INSTITUTION, () -> verify(document));
  }

  @Test // JN-27
  void bytesAfterTheDocumentAreRefused() {
    byte[] document = new DocumentSigner(authority.signingKey(SIGNER), CLOCK).sign(CONTENT);

    assertRefused(
        ErrorCode.SCM_SIGNATURE, () -> verify(Arrays.copyOf(document, document.length + 1)));
  }

  @Test // JN-27
  void whatIsNoSignedDataIsRefused() {
    assertRefused(ErrorCode.SCM_SIGNATURE, () -> verify(CONTENT));
    assertRefused(ErrorCode.SCM_SIGNATURE, () -> verify(new byte[0]));
    assertRefused(ErrorCode.SCM_SIGNATURE, () -> verify(nestedSequences(100_000)));
  }

  @Test // JN-27
  @DisplayName("有効期限の切れた証明書による署名は拒否する")
  void expiredCertificateIsRefused() {
    byte[] document =
        signedBy(
            "SHA256withECDSA",
            true,
            signingLeaf().validity(NOW.minus(Duration.ofDays(2)), NOW.minusSeconds(1)).issue());

    assertRefused(ErrorCode.SCM_CERTIFICATE_EXPIRED, () -> verify(document));
  }

  @Test // JN-27
  void certificateThatIsNotYetValidIsRefused() {
    byte[] document =
        signedBy(
            "SHA256withECDSA",
            true,
            signingLeaf().validity(NOW.plusSeconds(1), NOW.plus(Duration.ofDays(2))).issue());

    assertRefused(ErrorCode.SCM_CERTIFICATE_NOT_YET_VALID, () -> verify(document));
  }

  @Test // JN-27
  void aCertificateThatExpiresWhileItIsRememberedIsRefused() {
    var now = new Instant[] {NOW};
    DocumentVerifier aging = new DocumentVerifier(anchors, () -> now[0]);
    Issued issued = signingLeaf().validity(NOW.minusSeconds(60), NOW.plusSeconds(60)).issue();
    byte[] document =
        new DocumentSigner(new SigningKey(issued.privateKey(), issued.certificate()), CLOCK)
            .sign(CONTENT);
    aging.verify(new RawSignedDocument(document), SIGNER);
    assertThat(anchors.rememberedCertificates()).isEqualTo(1);

    now[0] = NOW.plusSeconds(61);

    assertRefused(
        ErrorCode.SCM_CERTIFICATE_EXPIRED,
        () -> aging.verify(new RawSignedDocument(document), SIGNER));
  }

  @Test // JN-27
  void keyUsageOtherThanSignaturesIsRefused() {
    byte[] agreement =
        signedBy("SHA256withECDSA", true, signingLeaf().keyUsage(KeyUsage.keyAgreement).issue());
    byte[] unsaid = signedBy("SHA256withECDSA", true, signingLeaf().withoutKeyUsage().issue());

    assertRefused(ErrorCode.SCM_CERTIFICATE_PURPOSE, () -> verify(agreement));
    assertRefused(ErrorCode.SCM_CERTIFICATE_PURPOSE, () -> verify(unsaid));
  }

  @Test // JN-27
  @DisplayName("通信用の証明書による文書の署名は拒否する")
  void certificateForConnectionsIsRefused() {
    byte[] document =
        signedBy(
            "SHA256withECDSA", true, signingLeaf().purpose(KeyPurposeId.id_kp_clientAuth).issue());

    assertRefused(ErrorCode.SCM_CERTIFICATE_PURPOSE, () -> verify(document));
  }

  @Test // JN-27
  @DisplayName("時刻認証局の証明書による文書の署名は拒否する")
  void certificateForTimeStampsIsRefused() {
    byte[] document =
        signedBy(
            "SHA256withECDSA",
            true,
            signingLeaf().criticalPurpose(KeyPurposeId.id_kp_timeStamping).issue());

    assertRefused(ErrorCode.SCM_CERTIFICATE_PURPOSE, () -> verify(document));
  }

  @Test // JN-27
  void untrustedRootIsRefused() {
    TestAuthority impostor = TestAuthority.impostorAt(NOW);
    byte[] document = new DocumentSigner(impostor.signingKey(SIGNER), CLOCK).sign(CONTENT);

    assertRefused(ErrorCode.SCM_CERTIFICATE_ISSUER, () -> verify(document));
    assertThat(anchors.rememberedCertificates()).isZero();
  }

  @Test // JN-27
  void certificateWithoutOrWithTwoInstitutionsIsRefused() {
    byte[] none =
        signedBy(
            "SHA256withECDSA", true, authority.leaf().keyUsage(KeyUsage.digitalSignature).issue());
    byte[] two = signedBy("SHA256withECDSA", true, signingLeaf().institution(OTHER).issue());
    byte[] malformed =
        signedBy(
            "SHA256withECDSA",
            true,
            authority.leaf().serialNumber("0220").keyUsage(KeyUsage.digitalSignature).issue());

    assertRefused(ErrorCode.SCM_CERTIFICATE, () -> verify(none));
    assertRefused(ErrorCode.SCM_CERTIFICATE, () -> verify(two));
    assertRefused(ErrorCode.SCM_CERTIFICATE, () -> verify(malformed));
  }

  @Test // MS-43
  @DisplayName("許可されていない署名方式は拒否する")
  void algorithmsOutsideTheProfileAreRefused() {
    byte[] digest = signedBy("SHA1withECDSA", true, signingLeaf().issue());
    byte[] longer = signedBy("SHA512withECDSA", true, signingLeaf().issue());
    byte[] rsa = signedBy("SHA256withRSA", true, signingLeaf().kind(KeyKind.RSA_3072).issue());
    byte[] curve = signedBy("SHA256withECDSA", true, signingLeaf().kind(KeyKind.EC_P384).issue());

    assertRefused(ErrorCode.SCM_ALGORITHM, () -> verify(digest));
    assertRefused(ErrorCode.SCM_ALGORITHM, () -> verify(longer));
    assertRefused(ErrorCode.SCM_ALGORITHM, () -> verify(rsa));
    assertRefused(ErrorCode.SCM_ALGORITHM, () -> verify(curve));
  }

  private TestAuthority.Leaf signingLeaf() {
    return authority.leaf().institution(SIGNER).keyUsage(KeyUsage.digitalSignature);
  }

  private VerifiedDocument verify(byte[] document) {
    return verifier.verify(new RawSignedDocument(document), SIGNER);
  }

  private static byte[] signedBy(String algorithm, boolean withContent, Issued... signers) {
    try {
      CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
      for (Issued signer : signers) {
        X509Certificate certificate = signer.certificate();
        generator.addSignerInfoGenerator(
            new JcaSimpleSignerInfoGeneratorBuilder()
                .build(algorithm, signer.privateKey(), certificate));
        generator.addCertificates(new JcaCertStore(List.of(certificate)));
      }
      CMSSignedData signed = generator.generate(new CMSProcessableByteArray(CONTENT), withContent);
      return signed.getEncoded();
    } catch (OperatorCreationException
        | GeneralSecurityException
        | CMSException
        | IOException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static int indexOf(byte[] document, byte[] part) {
    for (int start = 0; start <= document.length - part.length; start++) {
      if (Arrays.equals(document, start, start + part.length, part, 0, part.length)) {
        return start;
      }
    }
    throw new IllegalArgumentException("not in the document");
  }

  /** Indefinite-length sequences within each other, which a careless parser follows to its end. */
  private static byte[] nestedSequences(int depth) {
    byte[] bytes = new byte[2 * depth];
    for (int index = 0; index < bytes.length; index += 2) {
      bytes[index] = 0x30;
      bytes[index + 1] = (byte) 0x80;
    }
    return bytes;
  }
}
