package jp.chukan.gateway.inquiry;

import static jp.chukan.gateway.testing.TestKeys.ISHINOMAKI;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.crypto.DecryptionKey;
import jp.chukan.contract.crypto.RawSignedDocument;
import jp.chukan.contract.crypto.RestingCipher;
import jp.chukan.contract.crypto.VerifiedDocument;
import jp.chukan.contract.message.NetworkInquiry;
import jp.chukan.contract.message.XmlMessages;
import jp.chukan.gateway.crypto.DataKeys;
import jp.chukan.gateway.crypto.InstitutionDecryptionKeys;
import jp.chukan.gateway.crypto.ReloadKeys;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.kernel.JobProgress;
import jp.chukan.gateway.testing.InquiryAnswerDraft;
import jp.chukan.gateway.testing.TestKeys;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * An exchange whose keys are in a token of PKCS#11 (SoftHSM): it signs, opens the answer and wraps
 * the data key in there. The files of the same names are beside it.
 */
@Tag("token")
@DisplayName("鍵装置の鍵による照会")
class KeysInTokenIT {
  private static ExchangeBed bed;

  @BeforeAll
  static void start() {
    bed = new ExchangeBed(TestKeys::inToken);
  }

  @Test // JN-03, JN-02, MS-41, MS-42
  @DisplayName("署名、回答の復号、データ鍵の包みを鍵装置で行う")
  void anExchangeIsSignedOpenedAndKeptWithKeysInAToken() {
    DecryptionKey key = bed.bean(InstitutionDecryptionKeys.class).inUse(ISHINOMAKI);
    ProcessingNumber number = bed.inquiry(InquiryState.ACCEPTED);
    VerifiedDocument sent =
        bed.verifier.verify(
            new RawSignedDocument(
                Objects.requireNonNull(bed.bean(SendInquiry.class).prepare(ISHINOMAKI, number))
                    .signed()),
            ISHINOMAKI);
    // the file of the same name signs nothing any more
    assertThat(sent.certificate()).isNotEqualTo(bed.keys.signingCertificate(ISHINOMAKI));
    assertThat(XmlMessages.read(NetworkInquiry.class, sent.content()).body().inquirerCertificate())
        .isEqualTo(TestKeys.der(key.certificate()));

    InquiryAnswerDraft draft = bed.draft(number);
    draft.recipient = key;
    bed.receive(draft.message());

    assertThat(bed.state(number)).isEqualTo(InquiryState.PROVIDED);
    assertThat(bed.content(number)).isEqualTo(draft.information());
    assertThat(
            bed.bean(InstitutionTransactions.class)
                .within(ISHINOMAKI, bed.bean(DataKeys.class)::all))
        .extracting(DataKeys.DataKeyFacts::masterKey)
        .containsExactly("master-2");
    assertThat(RestingCipher.keyNumber(stored(number))).isEqualTo(1);
  }

  @Test // JN-03
  @DisplayName("鍵装置へ移る前にファイルの鍵へ暗号化された回答も開ける")
  void whatWasEncryptedToAFileBeforeStillOpens() {
    ProcessingNumber number = bed.inquiry(InquiryState.SENT);
    InquiryAnswerDraft draft = bed.draft(number);
    assertThat(draft.recipient.certificate())
        .isEqualTo(bed.keys.decryptionKey(ISHINOMAKI).certificate());

    bed.receive(draft.message());

    assertThat(bed.state(number)).isEqualTo(InquiryState.PROVIDED);
  }

  @Test // JN-03
  void theTokenIsReadAgainLikeTheFiles() {
    assertThat(bed.bean(ReloadKeys.class).reload(JobProgress.unfollowed())).isEmpty();
  }

  private byte[] stored(ProcessingNumber number) {
    return bed.database
        .everything()
        .sql("select content from inquiry where processing_number = ?")
        .param(number.value())
        .query(byte[].class)
        .single();
  }
}
