package jp.chukan.contract.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static jp.chukan.contract.crypto.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.crypto.TestAuthority.KeyKind;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Attempt: an archive that is altered, cut off or for somebody else. Result: it does not open. */
class ArchiveOpenerTest {
  private static final Instant NOW = Instant.parse("2026-10-01T00:00:00Z");
  private static final InstitutionCode CUSTODIAN = new InstitutionCode("0030099000021700");
  private static final String SECRET = "架空太郎";
  private static final int LARGE = 3 << 20;

  /** Every eleventh byte, so that the run stays short; each kind of field is hit. */
  private static final int STEP = 11;

  private final TestAuthority authority = TestAuthority.at(NOW);
  private final DecryptionKey key = authority.decryptionKey(CUSTODIAN, KeyKind.EC_P256);

  @ParameterizedTest // JN-29, JN-30
  @EnumSource(names = {"EC_P256", "RSA_3072"})
  @DisplayName("保管者の秘密鍵だけが開ける")
  void eachCustodianOpensItAlone(KeyKind kind) throws IOException, CertificateEncodingException {
    DecryptionKey first = authority.decryptionKey(CUSTODIAN, kind);
    DecryptionKey second = authority.decryptionKey(CUSTODIAN, kind);
    byte[] content = large();
    byte[] sealed = seal(content, first, second);

    assertThat(open(sealed, first)).isEqualTo(content);
    assertThat(open(sealed, second)).isEqualTo(content);
    assertThat(new String(sealed, UTF_8)).doesNotContain(SECRET);
    DecryptionKey third = authority.decryptionKey(CUSTODIAN, kind);
    assertRefused(ErrorCode.SCM_ENVELOPE, () -> open(sealed, third));
    DecryptionKey mixed = new DecryptionKey(third.privateKey(), first.certificate());
    assertRefused(ErrorCode.SCM_ENVELOPE, () -> open(sealed, mixed));
  }

  @Test // JN-30
  @DisplayName("一バイトでも違えば開かない")
  void whateverIsAlteredIsRefused() throws IOException, CertificateEncodingException {
    byte[] content = SECRET.repeat(40).getBytes(UTF_8);
    byte[] sealed = seal(content, key);

    for (int i = 0; i < sealed.length; i += STEP) {
      byte[] altered = sealed.clone();
      altered[i] ^= 1;
      assertNothingElse(altered, content);
    }
  }

  @Test // JN-30
  @DisplayName("途中で切れていれば開かない")
  void whatIsCutOffIsRefused() throws IOException, CertificateEncodingException {
    byte[] content = large();
    byte[] sealed = seal(content, key);

    for (int kept : List.of(0, 1, 100, sealed.length / 2, sealed.length - 20, sealed.length - 3)) {
      assertNothingElse(Arrays.copyOf(sealed, kept), content);
    }
  }

  @Test // JN-30
  void whatTheReaderLeavesUnreadIsProvedAsWell() throws IOException, CertificateEncodingException {
    byte[] sealed = seal(large(), key);
    sealed[sealed.length - 40] ^= 1;

    assertRefused(
        ErrorCode.SCM_ENVELOPE,
        () -> new ArchiveOpener(key).open(new ByteArrayInputStream(sealed), InputStream::read));
  }

  @Test
  void troubleOfTheReaderIsItsOwn() throws IOException, CertificateEncodingException {
    byte[] sealed = seal(large(), key);

    assertThatThrownBy(
            () ->
                new ArchiveOpener(key)
                    .open(
                        new ByteArrayInputStream(sealed),
                        content -> {
                          throw new IOException("no space");
                        }))
        .isInstanceOf(IOException.class)
        .hasMessage("no space");
  }

  @Test // JN-30
  void whatAnAlteredContentMakesOfTheReaderIsARefusal()
      throws IOException, CertificateEncodingException {
    byte[] sealed = seal(large(), key);
    sealed[sealed.length / 2] ^= 1;

    assertRefused(
        ErrorCode.SCM_ENVELOPE,
        () ->
            new ArchiveOpener(key)
                .open(
                    new ByteArrayInputStream(sealed),
                    content -> {
                      throw new IOException("not well-formed");
                    }));
  }

  @Test
  void anArchiveForNobodyIsNotMade() {
    assertThatThrownBy(() -> new ArchiveSealer(List.of(), new SecureRandom()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** Bytes around the content may mean the same in another form; what is read never differs. */
  private void assertNothingElse(byte[] altered, byte[] content) {
    byte[] opened;
    try {
      opened = open(altered, key);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InvalidInputException refused) {
      assertThat(refused.refusal().code()).isEqualTo(ErrorCode.SCM_ENVELOPE);
      return;
    }
    assertThat(opened).isEqualTo(content);
  }

  private byte[] seal(byte[] content, DecryptionKey... custodians)
      throws IOException, CertificateEncodingException {
    List<RecipientCertificate> recipients = new ArrayList<>();
    for (DecryptionKey custodian : custodians) {
      recipients.add(authority.recipient(custodian));
    }
    var sealed = new ByteArrayOutputStream();
    try (OutputStream archive = new ArchiveSealer(recipients, new SecureRandom()).seal(sealed)) {
      archive.write(content);
    }
    return sealed.toByteArray();
  }

  private static byte[] open(byte[] sealed, DecryptionKey key) throws IOException {
    return new ArchiveOpener(key).open(new ByteArrayInputStream(sealed), InputStream::readAllBytes);
  }

  private static byte[] large() {
    byte[] content = new byte[LARGE];
    new Random(1).nextBytes(content);
    return content;
  }
}
