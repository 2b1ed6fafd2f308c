package jp.chukan.gateway.provision;

import static jp.chukan.gateway.testing.TestKeys.ISHINOMAKI;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import jp.chukan.contract.code.ResponseMode;
import jp.chukan.contract.crypto.RawSignedDocument;
import jp.chukan.gateway.provision.ProvisionBed.Person;
import jp.chukan.gateway.testing.ProvisionDraft;
import jp.chukan.gateway.testing.TestKeys;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** 「情報提供」 by an institution whose keys are in a token of PKCS#11 (SoftHSM). */
@Tag("token")
@DisplayName("鍵装置の鍵による提供")
class ProvideFromTokenIT {
  private static ProvisionBed bed;
  private static Person person;

  @BeforeAll
  static void start() {
    bed = new ProvisionBed(TestKeys::inToken);
    bed.publishList(LocalDate.parse("2020-04-01"), LocalDate.parse("9999-12-31"));
    person = bed.person();
    bed.replicas.put(person.addressee(), "架空の世帯", ResponseMode.AUTOMATIC, null);
  }

  @Test // JN-03, MS-40, MS-41
  @DisplayName("回答は、外側も中身も鍵装置の鍵で署名される")
  void theAnswerIsSignedInTheTokenInsideAndOutside() {
    ProvisionDraft draft = bed.draft(person);

    bed.receive(draft.message());

    assertThat(bed.answer(draft.number).errorCode()).isNull();
    // opening it verifies the signature inside
    assertThat(bed.open(draft).provider()).isEqualTo(ISHINOMAKI);
    assertThat(
            bed.verifier
                .verify(new RawSignedDocument(bed.outbox(draft.number).getFirst()), ISHINOMAKI)
                .certificate())
        .isNotEqualTo(bed.keys.signingCertificate(ISHINOMAKI));
  }

  @Test // JN-03, JN-02
  @DisplayName("承認待ちの要求は、鍵装置の主鍵で包んだデータ鍵で保存される")
  void aHeldRequestRestsUnderADataKeyThatTheTokenWraps() {
    Person held = bed.person();
    bed.replicas.put(held.addressee(), "架空の世帯", ResponseMode.APPROVAL_REQUIRED, null);

    bed.receive(bed.draft(held).message());

    assertThat(
            bed.database
                .everything()
                .sql("select distinct master_key_id || ' ' || length(wrapped_key) from data_key")
                .query(String.class)
                .list())
        .containsExactly("master-2 61");
    assertThat(bed.cases(ISHINOMAKI)).isNotEmpty();
  }
}
