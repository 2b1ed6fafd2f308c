package jp.chukan.contract.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Instant;
import java.util.stream.Stream;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.testing.HostileInput;
import jp.chukan.contract.testing.KeptInputs;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("タイムスタンプに何が書かれていても")
class TimeStampVerifierFuzzTest {
  private static final Instant NOW = Instant.parse("2026-10-01T00:00:00Z");
  private static final byte[] DOCUMENT = "signed head 1".getBytes(UTF_8);
  private static final TestAuthority AUTHORITY = TestAuthority.at(NOW);
  private static final TimeStampVerifier VERIFIER = new TimeStampVerifier(AUTHORITY.trustAnchors());

  static Stream<byte[]> tokens() {
    var stamping = AUTHORITY.timeStampAuthority(new InstitutionCode("0030099000001700"));
    return Stream.of(new TimeStampDraft(DOCUMENT, stamping, NOW).token().bytes());
  }

  static Stream<byte[]> kept() {
    return KeptInputs.of(TimeStampVerifierFuzzTest.class);
  }

  @MethodSource({"tokens", "kept"})
  @FuzzTest(maxDuration = HostileInput.NO_END)
  void noTimeIsBelievedThatTheAuthorityDidNotSign(byte[] token) throws Exception {
    HostileInput.feed(
        () -> assertThat(VERIFIER.verify(new RawTimeStamp(token), DOCUMENT).time()).isEqualTo(NOW));
  }
}
