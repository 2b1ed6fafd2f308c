package jp.chukan.contract.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.time.Instant;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.crypto.TestAuthority.Issued;
import jp.chukan.contract.crypto.TestAuthority.KeyKind;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("鍵フォルダー(PKCS#12)の鍵")
class KeyFolderTest {
  private static final Instant NOW = Instant.parse("2026-10-01T00:00:00Z");
  private static final InstitutionCode INSTITUTION = new InstitutionCode("0220104202101700");
  private static final char[] PASSWORD = "test-only".toCharArray();

  @TempDir private Path folder;

  private final TestAuthority authority = TestAuthority.at(NOW);

  @Test // JN-03
  @DisplayName("新旧の鍵ファイルは番号で並び、ほかの名前は読まない")
  void filesForOneUseStandSideBySide() throws GeneralSecurityException, IOException {
    write("signing-x.p12", signing());
    write("signing-x-2.p12", signing());
    write("signing-x-0.p12", signing());
    write("signing-xy.p12", signing());
    write(".signing-x-3.p12", signing());

    assertThat(new KeyFolder(folder, PASSWORD).signingKeys("signing-x").keys())
        .containsOnlyKeys("signing-x", "signing-x-2");
  }

  @Test // JN-03, MS-42
  @DisplayName("壊れた鍵ファイルは伝えられ、ほかの鍵は使える")
  void aBrokenFileTakesNothingElseWithIt() throws GeneralSecurityException, IOException {
    write("signing-x.p12", signing());
    Files.writeString(folder.resolve("signing-x-2.p12"), "half a fi");

    KeyFindings<SigningKey> found = new KeyFolder(folder, PASSWORD).signingKeys("signing-x");

    assertThat(found.keys()).containsOnlyKeys("signing-x");
    assertThat(found.faults())
        .singleElement()
        .satisfies(fault -> assertThat(fault).hasMessageStartingWith("signing-x-2.p12: "));
  }

  @ParameterizedTest // MS-42
  @EnumSource(names = {"EC_P256", "EC_P384", "RSA_3072"})
  @DisplayName("証明書と対にならない秘密鍵は使わない")
  void aKeyBesideTheCertificateOfAnotherIsRefused(KeyKind kind)
      throws GeneralSecurityException, IOException {
    Issued one = authority.encryption(INSTITUTION, kind);
    Issued other = authority.encryption(INSTITUTION, kind);
    write("encryption-x.p12", one);
    write("encryption-x-2.p12", one.privateKey(), other);
    KeyFindings<DecryptionKey> found =
        new KeyFolder(folder, PASSWORD).decryptionKeys("encryption-x");

    assertThat(found.keys()).containsOnlyKeys("encryption-x");
    assertThat(found.faults())
        .singleElement()
        .satisfies(
            fault ->
                assertThat(fault).hasMessage("encryption-x-2: does not belong to its certificate"));
  }

  @Test // MS-42
  void aKeyForSigningBesideTheCertificateOfAnotherIsRefused()
      throws GeneralSecurityException, IOException {
    write("signing-x.p12", signing().privateKey(), signing());

    assertThat(new KeyFolder(folder, PASSWORD).signingKeys("signing-x").faults())
        .singleElement()
        .satisfies(
            fault -> assertThat(fault).hasMessage("signing-x: does not belong to its certificate"));
  }

  @Test // JN-03
  void aFolderThatIsNotThereIsTold() {
    KeyFolder absent = new KeyFolder(folder.resolve("absent"), PASSWORD);

    assertThatThrownBy(() -> absent.signingKeys("signing-x"))
        .isInstanceOf(UnusableKeyFileException.class)
        .hasMessageStartingWith("absent: ");
    assertThat(absent).hasToString("KeyFolder[absent]");
  }

  private Issued signing() {
    return authority.leaf().institution(INSTITUTION).keyUsage(KeyUsage.digitalSignature).issue();
  }

  private void write(String name, Issued issued) throws GeneralSecurityException, IOException {
    write(name, issued.privateKey(), issued);
  }

  private void write(String name, PrivateKey key, Issued issued)
      throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry("key", key, PASSWORD, new Certificate[] {issued.certificate()});
    try (OutputStream output = Files.newOutputStream(folder.resolve(name))) {
      store.store(output, PASSWORD);
    }
  }
}
