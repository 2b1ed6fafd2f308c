package jp.chukan.contract.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.PermitId;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.crypto.TestAuthority.KeyKind;
import jp.chukan.contract.testing.HostileInput;
import jp.chukan.contract.testing.KeptInputs;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("暗号化された回答（CMS）に何が書かれていても")
class EnvelopeOpenerFuzzTest {
  private static final Instant NOW = Instant.parse("2026-10-01T00:00:00Z");
  private static final InstantSource CLOCK = InstantSource.fixed(NOW);
  private static final InstitutionCode PROVIDER = new InstitutionCode("0220104202101700");
  private static final InstitutionCode INQUIRER = new InstitutionCode("0220010000501700");
  private static final TestAuthority AUTHORITY = TestAuthority.at(NOW);
  private static final TrustAnchors ANCHORS = AUTHORITY.trustAnchors();

  /** One answer, and who may open it. */
  private record Sealed(EnvelopeOpener opener, EnvelopeBinding binding, byte[] envelope) {
    static Sealed to(DecryptionKey key, CryptoProfile profile) {
      EnvelopeBinding binding =
          new EnvelopeBinding(
              new ProcessingNumber("20261001000001"),
              new PermitId("permit-00000001"),
              INQUIRER,
              key.keyId(),
              profile.id(),
              NOW.plus(Duration.ofMinutes(5)));
      return new Sealed(
          new EnvelopeOpener(key, new DocumentVerifier(ANCHORS, CLOCK), CLOCK),
          binding,
          new EnvelopeSealer(
                  new DocumentSigner(AUTHORITY.signingKey(PROVIDER), CLOCK), new SecureRandom())
              .seal("架空太郎".getBytes(UTF_8), binding, AUTHORITY.recipient(key)));
    }

    void onlyItselfOpens(byte[] envelope) {
      opener.open(envelope, binding, PROVIDER);
      assertThat(envelope).isEqualTo(this.envelope);
    }
  }

  private static final List<Sealed> ANSWERS =
      List.of(
          Sealed.to(AUTHORITY.decryptionKey(INQUIRER, KeyKind.EC_P256), CryptoProfile.CLASSICAL),
          Sealed.to(AUTHORITY.decryptionKey(INQUIRER, KeyKind.RSA_3072), CryptoProfile.CLASSICAL),
          Sealed.to(AUTHORITY.hybrid(INQUIRER, KeyKind.EC_P256).key(), CryptoProfile.HYBRID));

  static Stream<byte[]> envelopes() {
    return ANSWERS.stream().map(Sealed::envelope);
  }

  static Stream<byte[]> kept() {
    return KeptInputs.of(EnvelopeOpenerFuzzTest.class);
  }

  @MethodSource({"envelopes", "kept"})
  @FuzzTest(maxDuration = HostileInput.NO_END)
  void nothingOpensButWhatWasSealed(byte[] envelope) throws Exception {
    for (Sealed answer : ANSWERS) {
      HostileInput.feed(() -> answer.onlyItselfOpens(envelope));
    }
  }
}
