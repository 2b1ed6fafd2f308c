package jp.chukan.contract.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RestingCipherTest {
  private static final byte[] RECORD = "架空太郎".getBytes(UTF_8);
  private static final byte[] PLACE = "0220104202101700:replica:1".getBytes(UTF_8);

  private final SecureRandom random = new SecureRandom();
  private final DataKey key = DataKey.generate(random);
  private final RestingCipher cipher = new RestingCipher(1, key, random);
  private final WrappingKey master = wrappingKey("master-1", 1);

  @Test // JN-02
  @DisplayName("保存する情報は暗号化され、同じ鍵と同じ場所でだけ復号できる")
  void whatIsEncryptedDecryptsInItsPlaceOnly() {
    byte[] stored = cipher.encrypt(RECORD, PLACE);

    assertThat(cipher.decrypt(stored, PLACE)).isEqualTo(RECORD);
    assertThat(new String(stored, UTF_8)).doesNotContain("架空太郎");
    assertThat(stored).hasSize(1 + 4 + 12 + RECORD.length + 16).startsWith(2, 0, 0, 0, 1);
    assertThatThrownBy(() -> cipher.decrypt(stored, "0220108220101700:replica:1".getBytes(UTF_8)))
        .isInstanceOf(UnreadableAtRestException.class);
    assertThatThrownBy(
            () -> new RestingCipher(1, DataKey.generate(random), random).decrypt(stored, PLACE))
        .isInstanceOf(UnreadableAtRestException.class);
  }

  @Test // JN-02
  @DisplayName("暗号文は、どのデータ鍵によるものかを自ら示す")
  void whatIsEncryptedNamesItsDataKey() {
    RestingCipher second = new RestingCipher(2, DataKey.generate(random), random);
    byte[] stored = second.encrypt(RECORD, PLACE);

    assertThat(RestingCipher.keyNumber(stored)).isEqualTo(2);
    assertThat(RestingCipher.keyNumber(cipher.encrypt(RECORD, PLACE))).isEqualTo(1);
    assertThat(second.decrypt(stored, PLACE)).isEqualTo(RECORD);
    assertThatThrownBy(() -> cipher.decrypt(stored, PLACE))
        .isInstanceOf(UnreadableAtRestException.class)
        .hasMessage("encrypted with another data key");
  }

  @Test // JN-02
  @DisplayName("鍵番号のない旧形式の暗号文は、最初のデータ鍵で読める")
  void theOldFormWithoutANumberIsThatOfTheFirstKey() throws GeneralSecurityException {
    byte[] nonce = new byte[12];
    random.nextBytes(nonce);
    Cipher gcm = Cipher.getInstance("AES/GCM/NoPadding");
    gcm.init(Cipher.ENCRYPT_MODE, key.key(), new GCMParameterSpec(128, nonce));
    gcm.updateAAD(PLACE);
    byte[] sealed = gcm.doFinal(RECORD);
    byte[] old =
        ByteBuffer.allocate(13 + sealed.length).put((byte) 1).put(nonce).put(sealed).array();

    assertThat(RestingCipher.keyNumber(old)).isEqualTo(1);
    assertThat(cipher.decrypt(old, PLACE)).isEqualTo(RECORD);
    assertThatThrownBy(() -> new RestingCipher(2, key, random).decrypt(old, PLACE))
        .isInstanceOf(UnreadableAtRestException.class);
  }

  @Test // JN-02
  void theSameRecordNeverLooksTheSame() {
    assertThat(cipher.encrypt(RECORD, PLACE)).isNotEqualTo(cipher.encrypt(RECORD, PLACE));
  }

  @Test // JN-27
  @DisplayName("保存中に変えられた情報は復号できない")
  void everyChangedOrMissingByteIsFound() {
    byte[] stored = cipher.encrypt(RECORD, PLACE);
    for (int position = 0; position < stored.length; position++) {
      byte[] changed = stored.clone();
      changed[position] ^= 1;
      assertThatThrownBy(() -> cipher.decrypt(changed, PLACE))
          .as("byte %d", position)
          .isInstanceOf(UnreadableAtRestException.class);
      byte[] cut = Arrays.copyOf(stored, position);
      assertThatThrownBy(() -> cipher.decrypt(cut, PLACE))
          .as("cut at %d", position)
          .isInstanceOf(UnreadableAtRestException.class);
    }
  }

  @Test // JN-02
  void anEmptyRecordIsARecord() {
    assertThat(cipher.decrypt(cipher.encrypt(new byte[0], PLACE), PLACE)).isEmpty();
  }

  @Test // JN-02
  @DisplayName("データ鍵は主鍵で包んで保存する")
  void aWrappedDataKeyUnwrapsUnderTheSameMasterKeyOnly() {
    byte[] stored = cipher.encrypt(RECORD, PLACE);
    byte[] wrapped = master.wrap(key);

    DataKey again = master.unwrap(wrapped);

    assertThat(wrapped).hasSize(40);
    assertThat(master.id()).isEqualTo("master-1");
    assertThat(new RestingCipher(1, again, random).decrypt(stored, PLACE)).isEqualTo(RECORD);
    assertThatThrownBy(() -> wrappingKey("master-2", 2).unwrap(wrapped))
        .isInstanceOf(UnreadableAtRestException.class);
    wrapped[0] ^= 1;
    assertThatThrownBy(() -> master.unwrap(wrapped)).isInstanceOf(UnreadableAtRestException.class);
    assertThatThrownBy(() -> master.unwrap(new byte[3]))
        .isInstanceOf(UnreadableAtRestException.class);
  }

  private static WrappingKey wrappingKey(String id, int fill) {
    byte[] bytes = new byte[32];
    Arrays.fill(bytes, (byte) fill);
    return new WrappingKey(id, new SecretKeySpec(bytes, "AES"));
  }
}
