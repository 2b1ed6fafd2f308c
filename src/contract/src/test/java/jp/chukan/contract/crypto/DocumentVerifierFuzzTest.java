package jp.chukan.contract.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.stream.Stream;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.testing.HostileInput;
import jp.chukan.contract.testing.KeptInputs;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("署名された文書（CMS）に何が書かれていても")
class DocumentVerifierFuzzTest {
  private static final Instant NOW = Instant.parse("2026-10-01T00:00:00Z");
  private static final InstantSource CLOCK = InstantSource.fixed(NOW);
  private static final InstitutionCode SIGNER = new InstitutionCode("0220104202101700");
  private static final byte[] CONTENT = "<IF_TKY_30102/>".getBytes(UTF_8);
  private static final TestAuthority AUTHORITY = TestAuthority.at(NOW);
  private static final DocumentVerifier VERIFIER =
      new DocumentVerifier(AUTHORITY.trustAnchors(), CLOCK);

  static Stream<byte[]> documents() {
    return Stream.of(new DocumentSigner(AUTHORITY.signingKey(SIGNER), CLOCK).sign(CONTENT));
  }

  static Stream<byte[]> kept() {
    return KeptInputs.of(DocumentVerifierFuzzTest.class);
  }

  @MethodSource({"documents", "kept"})
  @FuzzTest(maxDuration = HostileInput.NO_END)
  void nothingIsBelievedThatTheSignerDidNotSign(byte[] document) throws Exception {
    HostileInput.feed(
        () -> {
          VerifiedDocument verified = VERIFIER.verify(new RawSignedDocument(document), SIGNER);
          assertThat(verified.content()).isEqualTo(CONTENT);
          assertThat(verified.signer()).isEqualTo(SIGNER);
        });
  }
}
