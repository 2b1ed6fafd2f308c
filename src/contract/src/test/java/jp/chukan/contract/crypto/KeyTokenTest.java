package jp.chukan.contract.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.Security;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.PermitId;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.error.InvalidInputException;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys that are in a token of PKCS#11 (SoftHSM) and do their work in there. */
@Tag("token")
@DisplayName("鍵装置(PKCS#11)の鍵")
class KeyTokenTest {
  private static final Instant NOW = Instant.parse("2026-10-01T00:00:00Z");
  private static final InstantSource CLOCK = InstantSource.fixed(NOW);
  private static final InstitutionCode PROVIDER = new InstitutionCode("0220104202101700");
  private static final InstitutionCode INQUIRER = new InstitutionCode("0220010000501700");
  private static final byte[] CONTENT = "架空の内容".getBytes(UTF_8);

  @TempDir private static Path folder;

  private final TestAuthority authority = TestAuthority.at(NOW);
  private final DocumentVerifier verifier = new DocumentVerifier(authority.trustAnchors(), CLOCK);
  private final TestToken token = TestToken.in(folder);
  private final SecureRandom random = new SecureRandom();

  @Test // JN-03, MS-42
  @DisplayName("鍵装置の鍵で署名し、証明書で検証できる")
  void aKeyInATokenSignsWhatItsCertificateVerifies() {
    token.makeKey("signing-a", signing(), authority);
    SigningKey key = key(token.open().signingKeys("signing-a"), "signing-a");

    byte[] document = new DocumentSigner(key, CLOCK).sign(CONTENT);

    assertThat(key.privateKey().getEncoded()).isNull();
    assertThat(verifier.verify(new RawSignedDocument(document), PROVIDER).content())
        .isEqualTo(CONTENT);
  }

  @Test // JN-03, MS-40
  @DisplayName("鍵装置の鍵で回答を開ける(ECDHは装置内)")
  void aKeyInATokenOpensWhatIsSealedToItsCertificate() {
    token.makeKey("encryption-b", encryption(), authority);
    DecryptionKey key = key(token.open().decryptionKeys("encryption-b"), "encryption-b");
    EnvelopeBinding binding = binding(key);
    byte[] envelope =
        new EnvelopeSealer(new DocumentSigner(authority.signingKey(PROVIDER), CLOCK), random)
            .seal(CONTENT, binding, authority.recipient(key));

    assertThat(key.privateKey().getEncoded()).isNull();
    assertThat(new EnvelopeOpener(key, verifier, CLOCK).open(envelope, binding, PROVIDER).content())
        .isEqualTo(CONTENT);
    envelope[envelope.length - 20] ^= 1;
    assertThatThrownBy(
            () -> new EnvelopeOpener(key, verifier, CLOCK).open(envelope, binding, PROVIDER))
        .isInstanceOf(InvalidInputException.class);
  }

  @Test // JN-03, JN-02
  @DisplayName("鍵装置の主鍵でデータ鍵を包み、取り出せる")
  void aMasterKeyInATokenWrapsAndUnwraps() {
    token.makeMasterKey("master-7");
    WrappingKey master = key(token.open().wrappingKeys(), "master-7");
    DataKey dataKey = DataKey.generate(random);

    byte[] wrapped = master.wrap(dataKey);

    assertThat(wrapped).hasSize(61).startsWith(2);
    assertThat(master.unwrap(wrapped).key()).isEqualTo(dataKey.key());
    assertThat(master.wrap(dataKey)).isNotEqualTo(wrapped);
    for (int position = 0; position < wrapped.length; position++) {
      byte[] changed = wrapped.clone();
      changed[position] ^= 1;
      assertThatThrownBy(() -> master.unwrap(changed))
          .as("byte %d", position)
          .isInstanceOf(UnreadableAtRestException.class);
    }
    token.makeMasterKey("master-8");
    WrappingKey other = key(token.open().wrappingKeys(), "master-8");
    assertThatThrownBy(() -> other.unwrap(wrapped)).isInstanceOf(UnreadableAtRestException.class);
  }

  @Test // JN-03
  @DisplayName("新旧の鍵は名前の番号で並ぶ")
  void keysForOneUseStandSideBySide() {
    token.makeKey("signing-c", signing(), authority);
    KeyToken opened = token.open();
    assertThat(opened.signingKeys("signing-c").keys()).containsOnlyKeys("signing-c");

    token.makeKey("signing-c-2", signing(), authority);
    token.makeKey("signing-cc", signing(), authority);

    assertThat(opened.signingKeys("signing-c").keys()).containsOnlyKeys("signing-c", "signing-c-2");
    token.remove("signing-c");
    assertThat(opened.signingKeys("signing-c").keys()).containsOnlyKeys("signing-c-2");
  }

  @Test // JN-03
  @DisplayName("装置から取り出せる鍵は使わない")
  void aKeyThatMayLeaveTheTokenIsRefused() {
    TestToken leaking = TestToken.leaking(folder);
    leaking.makeKey("signing-d", signing(), authority);
    leaking.makeMasterKey("master-9");

    assertFault(token.open().signingKeys("signing-d"), "signing-d: may leave the token");
    assertThat(token.open().wrappingKeys().faults())
        .anySatisfy(fault -> assertThat(fault).hasMessageStartingWith("master-9: may leave"));
    leaking.remove("master-9");
  }

  @Test // JN-03
  @DisplayName("JDKがOAEPに対応しないため、装置のRSA復号鍵は明示して拒む")
  void anRsaKeyForDecryptionIsRefusedWithTheReason() {
    token.makeRsaKey("encryption-e", encryption(), authority);

    assertFault(
        token.open().decryptionKeys("encryption-e"),
        "encryption-e: an RSA key cannot decrypt in a token");
  }

  @Test // JN-03, MS-42
  void aKeyBesideTheCertificateOfAnotherIsRefused() {
    token.makeMismatch("signing-f", signing(), authority);
    token.makeMismatch("encryption-f", encryption(), authority);

    assertFault(token.open().signingKeys("signing-f"), "signing-f: does not belong");
    assertFault(token.open().decryptionKeys("encryption-f"), "encryption-f: does not belong");
  }

  @Test // JN-03
  void aTokenThatDoesNotOpenIsToldAndSaysNothingOfThePin() throws IOException {
    Path broken = Files.writeString(folder.resolve("broken.cfg"), "name = broken\n");
    Path pin = Files.writeString(folder.resolve("no.pin"), "815");

    assertThatThrownBy(() -> KeyToken.open(broken, pin))
        .isInstanceOf(UnusableKeyFileException.class)
        .hasMessageStartingWith("broken.cfg: ");
    assertThatThrownBy(() -> KeyToken.open(token.configuration(), folder.resolve("absent.pin")))
        .isInstanceOf(UnusableKeyFileException.class)
        .hasMessageStartingWith("absent.pin: ");
    assertThat(token.open()).hasToString("KeyToken[pkcs11.cfg]");
  }

  @Test // MS-42
  void theTokenIsNoProviderOfTheWholeProcess() {
    token.open();

    assertThat(Security.getProvider("SunPKCS11-chukan")).isNull();
  }

  private TestAuthority.Leaf signing() {
    return authority.leaf().institution(PROVIDER).keyUsage(KeyUsage.digitalSignature);
  }

  private TestAuthority.Leaf encryption() {
    return authority.leaf().institution(INQUIRER).keyUsage(KeyUsage.keyAgreement);
  }

  private static EnvelopeBinding binding(DecryptionKey key) {
    return new EnvelopeBinding(
        new ProcessingNumber("20261001000001"),
        new PermitId("permit-00000001"),
        INQUIRER,
        key.keyId(),
        CryptoProfile.CLASSICAL.id(),
        NOW.plus(Duration.ofMinutes(5)));
  }

  private static <K> K key(KeyFindings<K> found, String name) {
    return Objects.requireNonNull(found.keys().get(name), () -> found.faults().toString());
  }

  private static void assertFault(KeyFindings<?> findings, String message) {
    assertThat(findings.keys()).isEmpty();
    assertThat(findings.faults())
        .singleElement()
        .satisfies(fault -> assertThat(fault).hasMessageStartingWith(message));
  }
}
