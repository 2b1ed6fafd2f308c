package jp.chukan.contract.crypto;

import static jp.chukan.contract.crypto.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.crypto.TestAuthority.Issued;
import jp.chukan.contract.crypto.TestAuthority.KeyKind;
import jp.chukan.contract.error.ErrorCode;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Attempt: a key that came with a request. Result: usable, or nothing is sent. */
class RecipientCertificateTest {
  private static final Instant NOW = Instant.parse("2026-10-01T00:00:00Z");
  private static final InstantSource CLOCK = InstantSource.fixed(NOW);
  private static final InstitutionCode INQUIRER = new InstitutionCode("0220010000501700");
  private static final InstitutionCode OTHER = new InstitutionCode("0220011000101700");

  private final TestAuthority authority = TestAuthority.at(NOW);

  @ParameterizedTest // MS-40
  @EnumSource(names = {"EC_P256", "EC_P384", "RSA_3072"})
  void aSuitableKeyIsAccepted(KeyKind kind) {
    Issued issued = authority.encryption(INQUIRER, kind);

    RecipientCertificate recipient = verify(issued.der());

    assertThat(recipient.institution()).isEqualTo(INQUIRER);
    assertThat(recipient.keyId())
        .matches("[0-9a-f]{64}")
        .isEqualTo(Certificates.keyIdOf(issued.certificate()));
  }

  @ParameterizedTest // MS-40
  @EnumSource(names = {"RSA_2048", "EC_P192", "EC_SECP256K1", "EC_P521", "ED25519"})
  @DisplayName("許可されていない種類または長さの鍵は使わない")
  void aKeyOutsideTheProfileIsRefused(KeyKind kind) {
    byte[] der = authority.encryption(INQUIRER, kind).der();

    assertRefused(ErrorCode.TKY_KEY_UNSUITABLE, () -> verify(der));
  }

  @ParameterizedTest // MS-40, MS-43
  @EnumSource(names = {"EC_P256", "EC_P384"})
  @DisplayName("2つ目の鍵としてML-KEM-768を持つ証明書は両方式に使える")
  void aCertificateWithASecondKeyIsForBothProfiles(KeyKind kind) {
    RecipientCertificate recipient = verify(authority.hybrid(INQUIRER, kind).issued().der());

    assertThat(recipient.profiles())
        .containsExactlyInAnyOrder(CryptoProfile.CLASSICAL, CryptoProfile.HYBRID);
    assertThat(verify(authority.encryption(INQUIRER, kind).der()).profiles())
        .containsExactly(CryptoProfile.CLASSICAL);
  }

  @ParameterizedTest // MS-40, MS-43
  @ValueSource(strings = {"ML-KEM-512", "ML-KEM-1024"})
  @DisplayName("ML-KEM-768以外の2つ目の鍵を無視せず拒否する")
  void aSecondKeyOfAnotherParameterSetIsRefusedAndNotPassedOver(String parameterSet) {
    byte[] other = TestAuthority.mlKem(parameterSet).getPublic().getEncoded();

    assertRefused(ErrorCode.TKY_KEY_UNSUITABLE, () -> verify(withSecondKey(other)));
  }

  /** FIPS 203 section 7.2: coefficients from q on are no key. */
  @Test // MS-40, MS-43
  void aSecondKeyThatIsNoneIsRefused() throws IOException {
    byte[] sound = TestAuthority.mlKem("ML-KEM-768").getPublic().getEncoded();
    byte[] outOfRange = sound.clone();
    Arrays.fill(outOfRange, 22, 25, (byte) 0xFF);
    byte[] cut = Arrays.copyOf(sound, sound.length - 1);
    byte[] longer = Arrays.copyOf(sound, sound.length + 1);
    SubjectPublicKeyInfo info = SubjectPublicKeyInfo.getInstance(sound);
    byte[] withParameters =
        new SubjectPublicKeyInfo(
                new AlgorithmIdentifier(info.getAlgorithm().getAlgorithm(), DERNull.INSTANCE),
                info.getPublicKeyData().getOctets())
            .getEncoded();
    byte[] elliptic = KeyKind.EC_P256.generate().getPublic().getEncoded();

    assertThat(verify(withSecondKey(sound)).profiles()).contains(CryptoProfile.HYBRID);
    for (byte[] none :
        List.of(
            outOfRange, cut, longer, withParameters, elliptic, new byte[0], new byte[] {5, 0})) {
      assertRefused(ErrorCode.TKY_KEY_UNSUITABLE, () -> verify(withSecondKey(none)));
    }
  }

  @Test // MS-40, MS-43
  void aSecondKeyBesideRsaIsRefused() {
    byte[] der =
        authority
            .leaf()
            .institution(INQUIRER)
            .kind(KeyKind.RSA_3072)
            .keyUsage(KeyUsage.keyEncipherment)
            .secondKey(TestAuthority.mlKem("ML-KEM-768").getPublic().getEncoded())
            .issue()
            .der();

    assertRefused(ErrorCode.TKY_KEY_UNSUITABLE, () -> verify(der));
  }

  private byte[] withSecondKey(byte[] info) {
    return authority
        .leaf()
        .institution(INQUIRER)
        .keyUsage(KeyUsage.keyAgreement)
        .secondKey(info)
        .issue()
        .der();
  }

  @Test // MS-40
  @DisplayName("他の照会者の鍵は使わない")
  void theKeyOfAnotherInquirerIsRefused() {
    byte[] der = authority.encryption(OTHER, KeyKind.EC_P256).der();

    assertRefused(ErrorCode.TKY_KEY_UNSUITABLE, () -> verify(der));
  }

  @Test // MS-40
  void keyUsageOtherThanEncryptionIsRefused() {
    TestAuthority.Leaf signing =
        authority.leaf().institution(INQUIRER).keyUsage(KeyUsage.digitalSignature);
    TestAuthority.Leaf agreementForRsa =
        authority
            .leaf()
            .institution(INQUIRER)
            .kind(KeyKind.RSA_3072)
            .keyUsage(KeyUsage.keyAgreement);
    TestAuthority.Leaf unsaid = authority.leaf().institution(INQUIRER).withoutKeyUsage();

    assertRefused(ErrorCode.TKY_KEY_UNSUITABLE, () -> verify(signing.issue().der()));
    assertRefused(ErrorCode.TKY_KEY_UNSUITABLE, () -> verify(agreementForRsa.issue().der()));
    assertRefused(ErrorCode.TKY_KEY_UNSUITABLE, () -> verify(unsaid.issue().der()));
  }

  @Test // MS-40
  void anExpiredCertificateIsRefused() {
    byte[] der =
        authority
            .leaf()
            .institution(INQUIRER)
            .keyUsage(KeyUsage.keyAgreement)
            .validity(NOW.minus(Duration.ofDays(2)), NOW.minusSeconds(1))
            .issue()
            .der();

    assertRefused(ErrorCode.TKY_KEY_UNSUITABLE, () -> verify(der));
  }

  @Test // MS-40
  void aCertificateOfAnUntrustedRootIsRefused() {
    byte[] der = TestAuthority.impostorAt(NOW).encryption(INQUIRER, KeyKind.EC_P256).der();

    assertRefused(ErrorCode.TKY_KEY_UNSUITABLE, () -> verify(der));
  }

  @Test // MS-40
  void whatIsNotExactlyOneCertificateIsRefused() {
    byte[] der = authority.encryption(INQUIRER, KeyKind.EC_P256).der();

    assertRefused(ErrorCode.TKY_KEY_UNSUITABLE, () -> verify(new byte[0]));
    assertRefused(ErrorCode.TKY_KEY_UNSUITABLE, () -> verify(new byte[] {1, 2, 3}));
    assertRefused(ErrorCode.TKY_KEY_UNSUITABLE, () -> verify(Arrays.copyOf(der, der.length + 1)));
  }

  private RecipientCertificate verify(byte[] der) {
    return RecipientCertificate.verify(der, INQUIRER, authority.trustAnchors(), CLOCK);
  }
}
