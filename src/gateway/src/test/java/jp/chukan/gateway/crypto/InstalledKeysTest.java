package jp.chukan.gateway.crypto;

import static jp.chukan.gateway.testing.TestKeys.ISHINOMAKI;
import static jp.chukan.gateway.testing.TestKeys.TSUKUBA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import jp.chukan.contract.crypto.Certificates;
import jp.chukan.contract.crypto.DecryptionKey;
import jp.chukan.contract.crypto.DocumentVerifier;
import jp.chukan.contract.crypto.RawSignedDocument;
import jp.chukan.contract.crypto.SigningKey;
import jp.chukan.contract.crypto.UnusableKeyFileException;
import jp.chukan.gateway.testing.TestClock;
import jp.chukan.gateway.testing.TestKeys;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("鍵の交代")
class InstalledKeysTest {
  private static final String SIGNING = "signing-" + ISHINOMAKI;
  private static final String ENCRYPTION = "encryption-" + ISHINOMAKI;

  private final TestClock clock = new TestClock();
  private final Instant now = clock.instant();
  private final TestKeys keys = TestKeys.in(folder());
  private final InstalledKeys installed = TestInstalledKeys.of(keys.settings(), ISHINOMAKI);
  private final InstitutionDecryptionKeys decryption =
      new InstitutionDecryptionKeys(installed, clock);

  @Test // JN-03, MS-42
  @DisplayName("現在有効な鍵のうち最も新しいものが署名する")
  void theNewestKeyThatIsValidNowSigns() {
    X509Certificate old = signing();
    X509Certificate next =
        keys.addSigning(
            SIGNING + "-2", ISHINOMAKI, now.plus(Duration.ofDays(10)), now.plus(days(700)));
    X509Certificate ended =
        keys.addSigning(
            SIGNING + "-3", ISHINOMAKI, now.minusSeconds(7_200), now.minusSeconds(3_600));
    assertThat(signing()).isEqualTo(old);

    installed.reload();

    assertThat(signing()).isEqualTo(old).isNotEqualTo(ended);
    clock.advance(days(11));
    assertThat(signing()).isEqualTo(next);
  }

  @Test // JN-03
  @DisplayName("有効な鍵がなくなっても、最後に切れた鍵が残る")
  void whenNoneIsValidTheOneThatEndedLastGoesOn() {
    X509Certificate old = signing();
    keys.addSigning(SIGNING + "-2", ISHINOMAKI, now.minus(days(2)), now.plus(days(1)));
    installed.reload();

    clock.advance(days(800));

    assertThat(signing()).isEqualTo(old);
  }

  @Test // JN-03
  @DisplayName("新旧の復号鍵は並んで使え、取り外した鍵は使えない")
  void everyKeyThatIsThereOpensAndTheNewestIsAskedUnder() {
    DecryptionKey old = decryption.inUse(ISHINOMAKI);
    X509Certificate next =
        keys.addEncryption(ENCRYPTION + "-2", ISHINOMAKI, now.minus(days(1)), now.plus(days(99)));
    installed.reload();

    assertThat(decryption.inUse(ISHINOMAKI).certificate()).isIn(next, old.certificate());
    assertThat(decryption.all(ISHINOMAKI)).hasSize(2);
    assertThat(decryption.find(ISHINOMAKI, old.keyId())).isPresent();
    keys.remove(ENCRYPTION);
    installed.reload();
    assertThat(decryption.find(ISHINOMAKI, old.keyId())).isEmpty();
    assertThat(decryption.inUse(ISHINOMAKI).certificate()).isEqualTo(next);
  }

  @Test // JN-03
  @DisplayName("壊れた新しい鍵は伝えられ、使用中の鍵は変わらない")
  void aBrokenNewFileLeavesTheOldKeyWorkingAndIsTold() {
    X509Certificate old = signing();
    keys.spoil(SIGNING + "-2");

    assertThat(installed.reload().faults())
        .singleElement()
        .asString()
        .startsWith(SIGNING + "-2.p12: ");
    assertThat(signing()).isEqualTo(old);
    keys.remove(SIGNING + "-2");
    assertThat(installed.reload().faults()).isEmpty();
  }

  @Test // JN-03, JN-02
  void aFileThatIsOverwrittenWithRubbishTakesNoKeyAway() {
    X509Certificate old = signing();
    keys.spoil(SIGNING);
    keys.spoil("gateway-server");
    keys.addMasterKey(2);
    installed.reload();
    // another key of the same use does not make up for it
    keys.spoil("master");

    assertThat(installed.reload().faults()).isNotEmpty();

    assertThat(signing()).isEqualTo(old);
    assertThat(new MasterKeys(() -> installed.ring().master()).ids())
        .containsExactly("master-1", "master-2");
    assertThat(installed.ring().tls().get(TlsBundle.SERVER)).isNotNull();
  }

  @Test // JN-03
  void theLastKeyOfAUseStaysWhenItsFileIsTakenAway() {
    X509Certificate old = signing();
    keys.remove(SIGNING);

    assertThat(installed.reload().faults())
        .anySatisfy(fault -> assertThat(fault).contains("there is no key any more"));
    assertThat(signing()).isEqualTo(old);
  }

  @Test // MS-42, MS-96
  @DisplayName("他機関に発行された鍵は使わない")
  void aKeyThatWasIssuedToAnotherInstitutionIsRefused() {
    X509Certificate old = signing();
    keys.addSigning(SIGNING + "-2", TSUKUBA, now, now.plus(days(999)));

    assertThat(installed.reload().faults())
        .containsExactly(SIGNING + "-2: issued to another institution");
    clock.advance(days(1));
    assertThat(signing()).isEqualTo(old);
  }

  @Test // JN-03
  @DisplayName("用途の鍵が一つもなければ起動しない")
  void aUseWithoutAnyKeyIsNoStart() {
    keys.spoil(ENCRYPTION);

    assertThatThrownBy(() -> TestInstalledKeys.of(keys.settings(), ISHINOMAKI))
        .isInstanceOf(UnusableKeyFileException.class)
        .hasMessageContaining(ENCRYPTION);
  }

  @Test // JN-03
  @DisplayName("署名には証明書が添えられ、鍵の識別子が分かる")
  void whatIsSignedCarriesTheKeyThatSignedIt() {
    X509Certificate next =
        keys.addSigning(SIGNING + "-2", ISHINOMAKI, now.minusSeconds(1), now.plus(days(30)));
    installed.reload();
    byte[] document = new InstitutionSigners(installed, clock).of(ISHINOMAKI).sign(new byte[3]);

    assertThat(
            new DocumentVerifier(keys.authority().trustAnchors(), clock)
                .verify(new RawSignedDocument(document), ISHINOMAKI)
                .signer())
        .isEqualTo(ISHINOMAKI);
    assertThat(signing()).isEqualTo(next);
    assertThat(InstalledCertificates.of(installed, keys.authority().trustAnchors(), clock).inUse())
        .contains(Certificates.keyIdOf(next));
  }

  private X509Certificate signing() {
    KeySet<SigningKey> set = Objects.requireNonNull(installed.ring().signing().get(ISHINOMAKI));
    return set.inUse(SigningKey::certificate, clock.instant()).certificate();
  }

  private static Duration days(int number) {
    return Duration.ofDays(number);
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory(Path.of("target"), "keys");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
