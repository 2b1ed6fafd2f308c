package jp.chukan.gateway.crypto;

import static jp.chukan.gateway.testing.TestKeys.ISHINOMAKI;
import static jp.chukan.gateway.testing.TestKeys.TSUKUBA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import jp.chukan.contract.crypto.UnreadableAtRestException;
import jp.chukan.contract.crypto.WrappingKey;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.testing.TestDatabase;
import jp.chukan.gateway.testing.TestKeys;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("保存時の暗号化")
class PersonalDataCipherIT {
  private static final byte[] CONTENT = "架空の内容".getBytes(StandardCharsets.UTF_8);

  private final TestDatabase database = TestDatabase.migrated();
  private final InstitutionTransactions transactions = database.transactions();
  private final WrappingKey masterKey = TestKeys.masterKey();
  private final PersonalDataCipher cipher = cipher();

  @Test // JN-02
  void whatOneProcessEncryptedAnotherDecrypts() {
    byte[] encrypted =
        transactions.within(ISHINOMAKI, () -> cipher.encrypt(ISHINOMAKI, CONTENT, "place"));
    assertThat(
            transactions.within(ISHINOMAKI, () -> cipher().decrypt(ISHINOMAKI, encrypted, "place")))
        .isEqualTo(CONTENT);
  }

  @Test // MS-96
  void noOtherPlaceAndNoOtherInstitutionDecryptsIt() {
    byte[] encrypted =
        transactions.within(ISHINOMAKI, () -> cipher.encrypt(ISHINOMAKI, CONTENT, "place"));
    assertThatThrownBy(
            () ->
                transactions.within(
                    ISHINOMAKI, () -> cipher.decrypt(ISHINOMAKI, encrypted, "elsewhere")))
        .isInstanceOf(UnreadableAtRestException.class);
    assertThatThrownBy(
            () -> transactions.within(TSUKUBA, () -> cipher.decrypt(TSUKUBA, encrypted, "place")))
        .isInstanceOf(UnreadableAtRestException.class);
  }

  @Test // MS-64, JN-02
  @DisplayName("マスター鍵を廃棄すると、保存された個人情報は誰にも読めない")
  void withoutTheMasterKeyNothingOpensAnyMore() {
    byte[] encrypted =
        transactions.within(ISHINOMAKI, () -> cipher.encrypt(ISHINOMAKI, CONTENT, "place"));
    PersonalDataCipher withAnotherKey =
        new PersonalDataCipher(
            database.jdbc(),
            MasterKeys.of(TestKeys.masterKey()),
            Clock.systemUTC(),
            new SecureRandom());

    assertThatThrownBy(
            () ->
                transactions.within(
                    ISHINOMAKI, () -> withAnotherKey.decrypt(ISHINOMAKI, encrypted, "place")))
        .isInstanceOf(UnreadableAtRestException.class);
  }

  @Test
  void aKeyThatRolledBackIsNotRemembered() {
    assertThatThrownBy(
            () ->
                transactions.run(
                    ISHINOMAKI,
                    () -> {
                      cipher.encrypt(ISHINOMAKI, CONTENT, "first");
                      cipher.encrypt(ISHINOMAKI, CONTENT, "second");
                      throw new IllegalStateException("rolls back");
                    }))
        .hasMessage("rolls back");
    byte[] encrypted =
        transactions.within(ISHINOMAKI, () -> cipher.encrypt(ISHINOMAKI, CONTENT, "place"));
    assertThat(
            transactions.within(ISHINOMAKI, () -> cipher().decrypt(ISHINOMAKI, encrypted, "place")))
        .isEqualTo(CONTENT);
  }

  private PersonalDataCipher cipher() {
    return new PersonalDataCipher(
        database.jdbc(), MasterKeys.of(masterKey), Clock.systemUTC(), new SecureRandom());
  }
}
