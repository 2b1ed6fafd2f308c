package jp.chukan.contract.crypto;

import static jp.chukan.contract.crypto.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.Map;
import java.util.stream.Stream;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.crypto.TestAuthority.Issued;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Attempt: revocation data that are not what they seem. Result: nothing in them is believed. */
@DisplayName("失効リストとOCSPの応答の検証")
class RevocationEvidenceTest {
  private static final Instant NOW = Instant.parse("2026-11-02T01:00:00Z");
  private static final Instant NEXT = NOW.plus(Duration.ofHours(1));
  private static final InstitutionCode HOLDER = new InstitutionCode("0220104202101700");

  private final TestAuthority authority = TestAuthority.at(NOW);
  private final X509Certificate root = authority.rootCertificate();
  private final BigInteger serial = authority.tlsClient(HOLDER).certificate().getSerialNumber();
  private final Map<BigInteger, Instant> revoked = Map.of(serial, NOW.minusSeconds(60));
  private final StatusQuestion question = StatusQuestion.about(serial, root);

  @Test // JN-01
  void aListSaysWhatIsRevokedSinceWhen() {
    VerifiedRevocationList list =
        VerifiedRevocationList.verify(authority.revocations().list(revoked, NOW, NEXT), root, NOW);

    assertThat(list.revokedSince(serial)).contains(NOW.minusSeconds(60));
    assertThat(list.revokedSince(serial.add(BigInteger.ONE))).isEmpty();
    assertThat(list.madeAt()).isEqualTo(NOW);
    assertThat(list.nextAt()).isEqualTo(NEXT);
  }

  @Test // JN-01, JN-27
  @DisplayName("別人の署名、別の認証局、未来の日時、部分リスト、余分なバイトのある失効リストは使わない")
  void listsThatAreNotTheAuthoritysAreRefused() throws OperatorCreationException, IOException {
    TestAuthority impostor = TestAuthority.impostorAt(NOW);
    refusedList(impostor.revocations().list(Map.of(), NOW, NEXT));
    TestAuthority other = authority.intermediate("other");
    refusedList(other.revocations().list(Map.of(), NOW, NEXT));
    Issued stranger = authority.tlsClient(HOLDER);
    refusedList(
        new RevocationIssuer(stranger.privateKey(), stranger.certificate())
            .listInTheNameOf(root, Map.of(), NOW, NEXT));
    refusedList(
        authority
            .revocations()
            .list(Map.of(), NOW.plus(Duration.ofMinutes(6)), NOW.plus(Duration.ofHours(2))));
    refusedList(delta());
    byte[] sound = authority.revocations().list(Map.of(), NOW, NEXT);
    refusedList(Arrays.copyOf(sound, sound.length + 1));
    refusedList(new byte[] {1, 2, 3});
    refusedList(new byte[0]);
  }

  @Test // JN-27
  @DisplayName("どの1バイトを変えた失効リストも使わない")
  void noChangedByteOfAListIsBelieved() {
    // ends in a zero bit, which a changed byte may call unused
    byte[] sound =
        Stream.generate(() -> authority.revocations().list(revoked, NOW, NEXT))
            .filter(list -> list[list.length - 1] % 2 == 0)
            .findFirst()
            .orElseThrow();
    for (int position = 0; position < sound.length; position++) {
      byte[] changed = sound.clone();
      changed[position] ^= 1;
      refusedList(changed);
    }
  }

  @Test // JN-01
  @DisplayName("認証局自身と、委任された応答者の答えを使う")
  void answersOfTheAuthorityAndOfItsResponderAreBelieved() {
    VerifiedStatus own =
        question.verifyReply(
            authority.revocations().answer(question.encoded(), root, revoked, NOW, NEXT), NOW);
    assertThat(own.revokedSince()).contains(NOW.minusSeconds(60));
    assertThat(own.responder()).isEmpty();

    Issued delegate = authority.responder();
    VerifiedStatus delegated = question.verifyReply(answer(delegate, Map.of()), NOW);
    assertThat(delegated.revokedSince()).isEmpty();
    assertThat(delegated.responder()).contains(delegate.certificate().getSerialNumber());
  }

  @Test // JN-01, JN-27
  @DisplayName("応答者でない者、別の認証局の応答者、期限切れの応答者、nocheckのない応答者の答えは使わない")
  void answersOfWhoMayNotGiveThemAreRefused() {
    refusedAnswer(answer(authority.tlsClient(HOLDER), Map.of()));
    refusedAnswer(answer(authority.leaf().institution(HOLDER).issue(), Map.of()));
    refusedAnswer(answer(TestAuthority.impostorAt(NOW).responder(), Map.of()));
    refusedAnswer(answer(authority.intermediate("other").responder(), Map.of()));
    refusedAnswer(
        answer(
            responder()
                .withoutRevocationOfItself()
                .validity(NOW.minus(Duration.ofDays(2)), NOW.minusSeconds(1))
                .issue(),
            Map.of()));
    refusedAnswer(answer(responder().issue(), Map.of()));
    refusedAnswer(
        answer(
            responder().withoutRevocationOfItself().purpose(KeyPurposeId.id_kp_clientAuth).issue(),
            Map.of()));
  }

  @Test // JN-27
  @DisplayName("別の証明書についての答え、知らない証明書、未来の日時、読めない答えは使わない")
  void answersToOtherQuestionsAreRefused() {
    RevocationIssuer own = authority.revocations();
    byte[] other = StatusQuestion.about(serial.add(BigInteger.ONE), root).encoded();
    refusedAnswer(own.answer(other, root, Map.of(), NOW, NEXT));
    X509Certificate stranger = authority.intermediate("other").rootCertificate();
    refusedAnswer(own.answer(question.encoded(), stranger, Map.of(), NOW, NEXT));
    refusedAnswer(
        own.answer(
            question.encoded(),
            root,
            Map.of(),
            NOW.plus(Duration.ofMinutes(6)),
            NOW.plus(Duration.ofHours(2))));
    refusedAnswer(own.answer(new byte[] {1}, root, Map.of(), NOW, NEXT));
    refusedAnswer(new byte[] {1, 2, 3});
    refusedAnswer(new byte[0]);
  }

  @Test // JN-27
  @DisplayName("どの1バイトを変えても、失効した証明書を有効とする答えにはならない")
  void noChangedByteOfAnAnswerMakesARevokedCertificateGood() {
    byte[] sound = answer(authority.responder(), revoked);
    int accepted = 0;
    for (int position = 0; position < sound.length; position++) {
      byte[] changed = sound.clone();
      changed[position] ^= 1;
      try {
        assertThat(question.verifyReply(changed, NOW).revokedSince())
            .as("byte %d", position)
            .contains(NOW.minusSeconds(60));
        accepted++;
      } catch (InvalidInputException refused) {
        assertThat(refused.refusal().code()).isEqualTo(ErrorCode.SCM_REVOCATION_STATUS);
      }
    }
    assertThat(accepted).isLessThan(5);
  }

  private TestAuthority.Leaf responder() {
    return authority
        .leaf()
        .keyUsage(KeyUsage.digitalSignature)
        .purpose(KeyPurposeId.id_kp_OCSPSigning);
  }

  private byte[] answer(Issued signer, Map<BigInteger, Instant> told) {
    return new RevocationIssuer(signer.privateKey(), signer.certificate())
        .answer(question.encoded(), root, told, NOW, NEXT);
  }

  /** Only what changed since the list of this number. */
  private byte[] delta() throws OperatorCreationException, IOException {
    X509v2CRLBuilder builder =
        new X509v2CRLBuilder(
            X500Name.getInstance(root.getSubjectX500Principal().getEncoded()), Date.from(NOW));
    builder.setNextUpdate(Date.from(NEXT));
    builder.addExtension(Extension.deltaCRLIndicator, true, new ASN1Integer(1));
    return builder
        .build(
            new JcaContentSignerBuilder("SHA256withECDSA").build(authority.rootKey().privateKey()))
        .getEncoded();
  }

  private void refusedList(byte[] list) {
    assertRefused(
        ErrorCode.SCM_REVOCATION_LIST, () -> VerifiedRevocationList.verify(list, root, NOW));
  }

  private void refusedAnswer(byte[] reply) {
    assertRefused(ErrorCode.SCM_REVOCATION_STATUS, () -> question.verifyReply(reply, NOW));
  }
}
