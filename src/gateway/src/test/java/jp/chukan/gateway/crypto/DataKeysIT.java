package jp.chukan.gateway.crypto;

import static jp.chukan.gateway.testing.TestKeys.ISHINOMAKI;
import static jp.chukan.gateway.testing.TestKeys.TSUKUBA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.crypto.RestingCipher;
import jp.chukan.contract.crypto.UnreadableAtRestException;
import jp.chukan.contract.crypto.WrappingKey;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.kernel.JobProgress;
import jp.chukan.gateway.record.seal.EvidenceBed;
import jp.chukan.gateway.testing.FollowedProgress;
import jp.chukan.gateway.testing.TestClock;
import jp.chukan.gateway.testing.TestDatabase;
import jp.chukan.gateway.testing.TestKeys;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("データ鍵")
class DataKeysIT {
  private static final byte[] CONTENT = "架空の内容".getBytes(StandardCharsets.UTF_8);
  private static final String PLACE = "place";

  private final EvidenceBed evidence = new EvidenceBed(new TestClock());
  private final TestDatabase database = evidence.database;
  private final InstitutionTransactions transactions = database.transactions();
  private final WrappingKey first = TestKeys.masterKey(1);
  private final WrappingKey second = TestKeys.masterKey(2);
  private final PersonalDataCipher here = cipher(first);
  private final PersonalDataCipher there = cipher(first);
  private final FollowedProgress progress = new FollowedProgress();

  @Test // JN-02, JN-03
  @DisplayName("データ鍵を追加すると、すべてのノードで新しい鍵で暗号化し、古い暗号文も読める")
  void aNewDataKeyIsUsedOnEveryNodeAndOlderOnesGoOnBeingRead() {
    byte[] old = encrypt(here, ISHINOMAKI);
    assertThat(decrypt(there, ISHINOMAKI, old)).isEqualTo(CONTENT);

    add(first).add(ISHINOMAKI, progress);

    byte[] fresh = encrypt(there, ISHINOMAKI);
    assertThat(RestingCipher.keyNumber(old)).isEqualTo(1);
    assertThat(RestingCipher.keyNumber(fresh)).isEqualTo(2);
    for (PersonalDataCipher node : List.of(here, there, cipher(first))) {
      assertThat(decrypt(node, ISHINOMAKI, old)).isEqualTo(CONTENT);
      assertThat(decrypt(node, ISHINOMAKI, fresh)).isEqualTo(CONTENT);
    }
    assertThat(RestingCipher.keyNumber(encrypt(here, TSUKUBA))).isEqualTo(1);
  }

  @Test // JN-02, JN-03
  @DisplayName("包み直しの後は、古いマスター鍵を取り外しても読める")
  void onceWrappedAnewTheOldMasterKeyCanBeTakenAway() {
    byte[] old = encrypt(here, ISHINOMAKI);
    add(first).add(ISHINOMAKI, progress);
    byte[] newer = encrypt(here, ISHINOMAKI);
    RewrapDataKeys rewrap = rewrap(first, second);
    assertThat(rewrap.left(ISHINOMAKI)).isEqualTo(2);
    assertUnreadable(cipher(second), old);

    assertThat(rewrap.rewrap(ISHINOMAKI, progress)).isZero();

    assertThat(progress.whole()).isEqualTo(2);
    assertThat(progress.faults()).isEmpty();
    PersonalDataCipher withoutTheFirst = cipher(second);
    assertThat(decrypt(withoutTheFirst, ISHINOMAKI, old)).isEqualTo(CONTENT);
    assertThat(decrypt(withoutTheFirst, ISHINOMAKI, newer)).isEqualTo(CONTENT);
    assertUnreadable(cipher(first), old);
  }

  @Test // JN-03
  @DisplayName("途中で止まった包み直しは、次の実行で続きから済む")
  void whatARunDidNotComeToIsLeftToTheNext() {
    byte[] old = encrypt(here, ISHINOMAKI);
    for (int i = 0; i < 120; i++) {
      add(first).add(ISHINOMAKI, JobProgress.unfollowed());
    }

    assertThat(rewrap(first, second).rewrap(ISHINOMAKI, FollowedProgress.endingAfter(0)))
        .isEqualTo(21);
    assertThat(decrypt(cipher(first, second), ISHINOMAKI, old)).isEqualTo(CONTENT);
    assertThat(rewrap(first, second).rewrap(ISHINOMAKI, JobProgress.unfollowed())).isZero();
    assertThat(decrypt(cipher(second), ISHINOMAKI, old)).isEqualTo(CONTENT);
  }

  @Test // JN-03
  @DisplayName("マスター鍵のないデータ鍵は残り、その数が分かる")
  void whatNoMasterKeyUnwrapsStaysAsItIsAndIsTold() {
    byte[] old = encrypt(here, ISHINOMAKI);

    assertThat(rewrap(second).rewrap(ISHINOMAKI, progress)).isEqualTo(1);

    assertThat(progress.faults()).containsExactly(ErrorCode.SCM_KEY_REWRAP);
    assertThat(decrypt(cipher(first), ISHINOMAKI, old)).isEqualTo(CONTENT);
  }

  @Test // MS-64, JN-02
  @DisplayName("データ鍵を廃棄した機関の情報は、どのノードでも二度と読めない")
  void whatIsDestroyedIsReadOnNoNodeAgain() {
    byte[] old = encrypt(here, ISHINOMAKI);
    byte[] others = encrypt(here, TSUKUBA);
    add(first).add(ISHINOMAKI, progress);
    byte[] newer = encrypt(here, ISHINOMAKI);
    assertThat(decrypt(there, ISHINOMAKI, old)).isEqualTo(CONTENT);
    assertThat(decrypt(there, ISHINOMAKI, newer)).isEqualTo(CONTENT);

    destroy(ISHINOMAKI);

    for (PersonalDataCipher node : List.of(here, there, cipher(first))) {
      for (byte[] stored : List.of(old, newer)) {
        assertThatThrownBy(() -> decrypt(node, ISHINOMAKI, stored))
            .isInstanceOf(DestroyedDataKeysException.class);
      }
      assertThat(decrypt(node, TSUKUBA, others)).isEqualTo(CONTENT);
    }
    assertThat(
            database
                .everything()
                .sql(
                    "select count(*) from data_key where wrapped_key is not null"
                        + " and institution_code = ?")
                .param(ISHINOMAKI.value())
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test // MS-64
  @DisplayName("廃棄した機関のデータ鍵は、黙って作り直されない")
  void noNewKeyTakesThePlaceOfWhatWasDestroyed() {
    encrypt(here, ISHINOMAKI);
    destroy(ISHINOMAKI);

    assertThatThrownBy(() -> encrypt(here, ISHINOMAKI))
        .isInstanceOf(DestroyedDataKeysException.class);
    assertThatThrownBy(() -> add(first).add(ISHINOMAKI, progress))
        .isInstanceOf(DestroyedDataKeysException.class);
    // neither by somebody who goes past all of it with the server's role
    for (String sql :
        List.of(
            "insert into data_key (institution_code, key_id, master_key_id, wrapped_key, created_at)"
                + " values (:code, 9, 'master-1', '\\x00', now())",
            "update data_key set master_key_id = 'master-1', wrapped_key = '\\x00',"
                + " destroyed_at = null where institution_code = :code")) {
      assertThatThrownBy(
              () ->
                  transactions.run(
                      ISHINOMAKI,
                      () -> database.jdbc().sql(sql).param("code", ISHINOMAKI.value()).update()))
          .hasMessageContaining("the data keys of this institution were destroyed");
    }
  }

  @Test // MS-64, JN-19
  @DisplayName("データ鍵を廃棄しても証跡は検証できる")
  void evidenceIsProvableAfterTheKeysAreGone() {
    encrypt(here, ISHINOMAKI);
    evidence.keepRecords(5);
    evidence.seal();

    destroy(ISHINOMAKI);

    assertThat(evidence.verify().findings()).isEmpty();
  }

  @Test // MS-64
  void anInstitutionWithoutKeysHasNothingToDestroy() {
    assertThat(
            transactions.within(
                TSUKUBA,
                () -> new DestroyDataKeys(database.jdbc(), evidence.clock).destroy(TSUKUBA)))
        .isFalse();
  }

  private void destroy(InstitutionCode institution) {
    assertThat(
            transactions.within(
                institution,
                () -> new DestroyDataKeys(database.jdbc(), evidence.clock).destroy(institution)))
        .isTrue();
  }

  private void assertUnreadable(PersonalDataCipher cipher, byte[] stored) {
    assertThatThrownBy(() -> decrypt(cipher, ISHINOMAKI, stored))
        .isInstanceOf(UnreadableAtRestException.class);
  }

  private byte[] encrypt(PersonalDataCipher cipher, InstitutionCode institution) {
    return transactions.within(institution, () -> cipher.encrypt(institution, CONTENT, PLACE));
  }

  private byte[] decrypt(PersonalDataCipher cipher, InstitutionCode institution, byte[] stored) {
    return transactions.within(institution, () -> cipher.decrypt(institution, stored, PLACE));
  }

  private PersonalDataCipher cipher(WrappingKey... masters) {
    return new PersonalDataCipher(
        database.jdbc(), MasterKeys.of(masters), Clock.systemUTC(), new SecureRandom());
  }

  private AddDataKey add(WrappingKey... masters) {
    return new AddDataKey(
        transactions,
        database.jdbc(),
        MasterKeys.of(masters),
        Clock.systemUTC(),
        new SecureRandom());
  }

  private RewrapDataKeys rewrap(WrappingKey... masters) {
    return new RewrapDataKeys(transactions, database.jdbc(), MasterKeys.of(masters));
  }
}
