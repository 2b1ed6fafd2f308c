package jp.chukan.gateway.inquiry;

import static jp.chukan.gateway.testing.TestKeys.ISHINOMAKI;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.crypto.DecryptionKey;
import jp.chukan.contract.crypto.RawSignedDocument;
import jp.chukan.contract.crypto.VerifiedDocument;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.message.NetworkInquiry;
import jp.chukan.contract.message.XmlMessages;
import jp.chukan.gateway.crypto.ReloadKeys;
import jp.chukan.gateway.kernel.JobProgress;
import jp.chukan.gateway.testing.InquiryAnswerDraft;
import jp.chukan.gateway.testing.TestKeys;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Keys are replaced while inquiries are under way: none is lost, none is sent twice. */
@DisplayName("照会中の鍵の交代")
class KeyRolloverIT {
  private static final String SIGNING = "signing-" + ISHINOMAKI;
  private static final String ENCRYPTION = "encryption-" + ISHINOMAKI;

  private final ExchangeBed bed = new ExchangeBed();
  private final DecryptionKey old = bed.keys.decryptionKey(ISHINOMAKI);

  @Test // JN-03, MS-41, MS-42
  @DisplayName("照会の途中で鍵を替えても、古い鍵への回答は開ける")
  void anAnswerToTheOldKeyOpensAfterTheNewOneCame() {
    ProcessingNumber number = bed.inquiry(InquiryState.SENT);
    InquiryAnswerDraft draft = bed.draft(number);
    replaceKeys();

    bed.receive(draft.message());

    assertThat(bed.state(number)).isEqualTo(InquiryState.PROVIDED);
    assertThat(bed.content(number)).isEqualTo(draft.information());
  }

  @Test // JN-03, MS-42
  @DisplayName("新しい照会は新しい鍵で署名し、新しい鍵への回答を求める")
  void whatIsAskedAfterwardsIsSignedAndAnsweredUnderTheNewKeys() {
    Replaced replaced = replaceKeys();
    ProcessingNumber number = bed.inquiry(InquiryState.ACCEPTED);
    VerifiedDocument sent = sent(number);

    assertThat(sent.certificate()).isEqualTo(replaced.signing());
    assertThat(body(sent).inquirerCertificate()).isEqualTo(TestKeys.der(replaced.encryption()));

    InquiryAnswerDraft draft = bed.draft(number);
    draft.recipient = bed.keys.key(ENCRYPTION + "-2");
    bed.receive(draft.message());
    assertThat(bed.state(number)).isEqualTo(InquiryState.PROVIDED);
  }

  /** Attempt: the process dies after the network has it, and the keys change before it is back. */
  @Test // JN-03, MS-80
  @DisplayName("鍵の交代を挟んで送り直しても、照会の内容は同じ")
  void whatIsSentAgainAsksUnderTheKeyOfTheFirstTime() {
    InquiryRow row = new InquiryRow();
    row.state = InquiryState.ACCEPTED;
    row.answerKeyId = old.keyId();
    ProcessingNumber number = bed.inquiry(row);
    byte[] first = prepared(number).digest();
    replaceKeys();

    assertThat(prepared(number).digest()).isEqualTo(first);
    assertThat(body(sent(number)).inquirerCertificate()).isEqualTo(TestKeys.der(old.certificate()));
  }

  @Test // JN-03
  @DisplayName("取り外した鍵への回答は開けず、その旨が記録される")
  void anAnswerToAKeyThatWasTakenAwayIsRefusedAndTold() {
    ProcessingNumber number = bed.inquiry(InquiryState.SENT);
    byte[] message = bed.draft(number).message();
    replaceKeys();
    bed.keys.remove(ENCRYPTION);
    reload();

    bed.receive(message);

    assertThat(bed.state(number)).isEqualTo(InquiryState.SENT);
    assertThat(bed.refusedAnswers())
        .anySatisfy(
            refused -> assertThat(refused.toString()).contains(ErrorCode.SKI_ANSWER_PERMIT.name()));
  }

  private record Replaced(X509Certificate signing, X509Certificate encryption) {}

  private Replaced replaceKeys() {
    Instant from = bed.clock.instant().minusSeconds(60);
    Instant until = from.plus(Duration.ofDays(365));
    Replaced replaced =
        new Replaced(
            bed.keys.addSigning(SIGNING + "-2", ISHINOMAKI, from, until),
            bed.keys.addEncryption(ENCRYPTION + "-2", ISHINOMAKI, from, until));
    reload();
    return replaced;
  }

  private void reload() {
    assertThat(bed.bean(ReloadKeys.class).reload(JobProgress.unfollowed())).isEmpty();
  }

  private OutgoingInquiry prepared(ProcessingNumber number) {
    return Objects.requireNonNull(bed.bean(SendInquiry.class).prepare(ISHINOMAKI, number));
  }

  private VerifiedDocument sent(ProcessingNumber number) {
    return bed.verifier.verify(new RawSignedDocument(prepared(number).signed()), ISHINOMAKI);
  }

  private static NetworkInquiry.Body body(VerifiedDocument sent) {
    return XmlMessages.read(NetworkInquiry.class, sent.content()).body();
  }
}
