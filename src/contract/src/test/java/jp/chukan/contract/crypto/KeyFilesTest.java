package jp.chukan.contract.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.Security;
import java.security.cert.Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.crypto.TestAuthority.Hybrid;
import jp.chukan.contract.crypto.TestAuthority.Issued;
import jp.chukan.contract.crypto.TestAuthority.KeyKind;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFilesTest {
  private static final Instant NOW = Instant.parse("2026-10-01T00:00:00Z");
  private static final InstantSource CLOCK = InstantSource.fixed(NOW);
  private static final InstitutionCode INSTITUTION = new InstitutionCode("0220104202101700");

  @TempDir private Path folder;

  private final TestAuthority authority = TestAuthority.at(NOW);

  @Test // MS-42
  @DisplayName("鍵ファイルの鍵で署名し、信頼する認証局の証明書で検証できる")
  void keysAndAnchorsOfFilesWorkTogether() throws GeneralSecurityException, IOException {
    Issued signing =
        authority.leaf().institution(INSTITUTION).keyUsage(KeyUsage.digitalSignature).issue();
    Path signingFile = privateKeyFile("signing.p12", signing);
    Path trustFile =
        file("trust.p12", store -> store.setCertificateEntry("root", authority.rootCertificate()));
    SigningKey key = KeyFiles.signingKey(signingFile, password());
    TrustAnchors anchors = KeyFiles.trustAnchors(trustFile, password());
    byte[] content = "電文".getBytes(UTF_8);

    byte[] document = new DocumentSigner(key, CLOCK).sign(content);

    assertThat(key.institution()).isEqualTo(INSTITUTION);
    assertThat(
            new DocumentVerifier(anchors, CLOCK)
                .verify(new RawSignedDocument(document), INSTITUTION)
                .content())
        .isEqualTo(content);
  }

  @Test // MS-42
  void theKeyForOpeningAndTheMasterKeyAreRead() throws GeneralSecurityException, IOException {
    Issued encryption = authority.encryption(INSTITUTION, KeyKind.EC_P256);
    Path encryptionFile = privateKeyFile("encryption.p12", encryption);
    Path masterFile = secretKeyFile(32);

    DecryptionKey key = KeyFiles.decryptionKey(encryptionFile, password());
    WrappingKey master = KeyFiles.wrappingKey(masterFile, password(), "master-1");

    assertThat(key.institution()).isEqualTo(INSTITUTION);
    assertThat(key.keyId()).isEqualTo(Certificates.keyIdOf(encryption.certificate()));
    assertThat(master.wrap(DataKey.generate(new SecureRandom()))).hasSize(40);
  }

  @Test // MS-40, MS-42
  @DisplayName("ML-KEM-768の秘密鍵を同じ鍵ファイルから読む")
  void bothKeysOfAHybridCertificateAreReadFromOneFile()
      throws GeneralSecurityException, IOException {
    Hybrid hybrid = authority.hybrid(INSTITUTION, KeyKind.EC_P384);

    DecryptionKey key =
        KeyFiles.decryptionKey(hybridFile("hybrid.p12", hybrid.issued(), hybrid), password());

    assertThat(key.profiles())
        .containsExactlyInAnyOrder(CryptoProfile.CLASSICAL, CryptoProfile.HYBRID);
    assertThat(key.keyId()).isEqualTo(Certificates.keyIdOf(hybrid.issued().certificate()));
    assertThat(key.privateKey().getAlgorithm()).isEqualTo("EC");
    assertThat(key).hasToString("DecryptionKey[0220104202101700]");
  }

  @Test // MS-40, MS-42
  @DisplayName("証明書と合わない2つ目の鍵では起動しない")
  void aSecondKeyThatDoesNotFitTheCertificateIsToldByTheNameOfTheFile()
      throws GeneralSecurityException, IOException {
    Hybrid hybrid = authority.hybrid(INSTITUTION, KeyKind.EC_P256);
    Hybrid other = authority.hybrid(INSTITUTION, KeyKind.EC_P256);
    Path absent = privateKeyFile("absent-second.p12", hybrid.issued());
    Path foreign = hybridFile("foreign-second.p12", hybrid.issued(), other);
    Path needless =
        hybridFile("needless.p12", authority.encryption(INSTITUTION, KeyKind.EC_P256), hybrid);

    for (Path file : List.of(absent, foreign, needless)) {
      assertUnusable(file.getFileName().toString(), () -> KeyFiles.decryptionKey(file, password()));
    }
  }

  @Test // MS-42
  @DisplayName("使えない鍵ファイルでは起動しない")
  void whatCannotBeUsedIsToldByTheNameOfTheFile() throws GeneralSecurityException, IOException {
    Path trustFile =
        file("trust.p12", store -> store.setCertificateEntry("root", authority.rootCertificate()));
    Path rsaFile = privateKeyFile("rsa.p12", authority.encryption(INSTITUTION, KeyKind.RSA_2048));
    Path masterFile = secretKeyFile(32);
    Path weakFile = secretKeyFile(16);

    assertUnusable("trust.p12", () -> KeyFiles.signingKey(trustFile, password()));
    assertUnusable("trust.p12", () -> KeyFiles.decryptionKey(trustFile, "wrong".toCharArray()));
    assertUnusable("rsa.p12", () -> KeyFiles.signingKey(rsaFile, password()));
    assertUnusable("rsa.p12", () -> KeyFiles.trustAnchors(rsaFile, password()));
    assertUnusable("absent.p12", () -> KeyFiles.signingKey(Path.of("absent.p12"), password()));
    assertUnusable(
        masterFile.getFileName().toString(),
        () -> KeyFiles.wrappingKey(masterFile, password(), "master-2"));
    assertUnusable(
        weakFile.getFileName().toString(),
        () -> KeyFiles.wrappingKey(weakFile, password(), "master-1"));
  }

  @Test // JN-02
  @DisplayName("鍵と平文は文字列に現れない")
  void nothingSecretIsPrinted() {
    assertThat(authority.signingKey(INSTITUTION)).hasToString("SigningKey[0220104202101700]");
    assertThat(authority.decryptionKey(INSTITUTION, KeyKind.EC_P256))
        .hasToString("DecryptionKey[0220104202101700]");
    assertThat(DataKey.generate(new SecureRandom())).hasToString("DataKey[redacted]");
    assertThat(new WrappingKey("master-1", new SecretKeySpec(new byte[32], "AES")))
        .hasToString("WrappingKey[master-1]");
    assertThat(new RawSignedDocument("架空太郎".getBytes(UTF_8)))
        .hasToString("RawSignedDocument[12 bytes]");
    assertThat(
            new DocumentVerifier(authority.trustAnchors(), CLOCK)
                .verify(
                    new RawSignedDocument(
                        new DocumentSigner(authority.signingKey(INSTITUTION), CLOCK)
                            .sign("架空太郎".getBytes(UTF_8))),
                    INSTITUTION))
        .hasToString("VerifiedDocument[signer=0220104202101700, 12 bytes]");
  }

  @Test // MS-42
  void noProviderIsRegisteredForTheWholeProcess() {
    assertThat(CryptoProviders.envelope().getName()).isEqualTo("BC");
    assertThat(Security.getProvider("BC")).isNull();
  }

  private static void assertUnusable(String file, ThrowingCallable attempt) {
    assertThatThrownBy(attempt)
        .isInstanceOf(UnusableKeyFileException.class)
        .hasMessageStartingWith(file + ": ");
  }

  private interface Filling {
    void fill(KeyStore store) throws GeneralSecurityException;
  }

  private Path privateKeyFile(String name, Issued issued)
      throws GeneralSecurityException, IOException {
    Certificate[] chain = {issued.certificate(), authority.rootCertificate()};
    return file(name, store -> store.setKeyEntry("key", issued.privateKey(), password(), chain));
  }

  private Path hybridFile(String name, Issued issued, Hybrid second)
      throws GeneralSecurityException, IOException {
    Certificate[] chain = {issued.certificate(), authority.rootCertificate()};
    return file(
        name,
        store -> {
          store.setKeyEntry("a-second", second.secondKey(), password(), chain);
          store.setKeyEntry("key", issued.privateKey(), password(), chain);
        });
  }

  private Path secretKeyFile(int bytes) throws GeneralSecurityException, IOException {
    return file(
        "master-" + bytes + ".p12",
        store ->
            store.setEntry(
                "master-1",
                new KeyStore.SecretKeyEntry(new SecretKeySpec(new byte[bytes], "AES")),
                new KeyStore.PasswordProtection(password())));
  }

  private Path file(String name, Filling filling) throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    filling.fill(store);
    Path file = folder.resolve(name);
    try (OutputStream output = Files.newOutputStream(file)) {
      store.store(output, password());
    }
    return file;
  }

  private static char[] password() {
    return "test-only".toCharArray();
  }
}
