package jp.chukan.mocknetwork.kiosk;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Objects;
import java.util.Optional;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import jp.chukan.mocknetwork.connection.MockNetworkSettings;
import jp.chukan.mocknetwork.connection.RecordVault;
import jp.chukan.mocknetwork.connection.Vault;
import jp.chukan.mocknetwork.person.SerialNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The chips of the cards that people carry: each compares a PIN itself, and locks after three wrong
 * ones in a row. What rests is a salted, slow hash, encrypted.
 */
@Component
public final class CardChips {
  private static final int TRIES = 3;
  private static final int ITERATIONS = 600_000;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BITS = 256;

  private final JdbcClient jdbc;
  private final TransactionOperations transaction;
  private final SecureRandom random;
  private final RecordVault<Chip> vault;

  CardChips(
      JdbcClient jdbc,
      TransactionOperations transaction,
      MockNetworkSettings settings,
      SecureRandom random) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.random = random;
    this.vault =
        new RecordVault<>(Vault.of(settings.secretFile("card-chips-key"), random), Chip.class);
  }

  /**
   * What a chip holds.
   *
   * @param salt of this chip alone
   * @param hash of the PIN with the salt
   * @param triesLeft 0 when it is locked
   */
  private record Chip(byte[] salt, byte[] hash, int triesLeft) {
    private Chip withTries(int left) {
      return new Chip(salt, hash, left);
    }

    /** Never shows a value: it would help to find the PIN. */
    @Override
    public String toString() {
      return "Chip[redacted]";
    }
  }

  /** 「暗証番号の設定」 at the counter, also 「ロックの解除」: the chip has this PIN and all tries. */
  public void set(SerialNumber card, Pin pin) {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    keep(card, new Chip(salt, hash(pin, salt), TRIES));
  }

  /**
   * Lets the right PIN pass. A try is counted before it is compared, so that switching the terminal
   * off in between wins nothing.
   *
   * @throws KioskRefusedException UNKNOWN_CARD, PIN_LOCKED, WRONG_PIN
   */
  public void require(SerialNumber card, Pin pin) {
    Chip chip = Objects.requireNonNull(transaction.execute(status -> spendTry(card)));
    if (!MessageDigest.isEqual(chip.hash(), hash(pin, chip.salt()))) {
      throw new KioskRefusedException(
          chip.triesLeft() == 0 ? KioskRefusal.PIN_LOCKED : KioskRefusal.WRONG_PIN);
    }
    keep(card, chip.withTries(TRIES));
  }

  private Chip spendTry(SerialNumber card) {
    Chip chip = find(card).orElseThrow(() -> new KioskRefusedException(KioskRefusal.UNKNOWN_CARD));
    if (chip.triesLeft() == 0) {
      throw new KioskRefusedException(KioskRefusal.PIN_LOCKED);
    }
    Chip spent = chip.withTries(chip.triesLeft() - 1);
    keep(card, spent);
    return spent;
  }

  private Optional<Chip> find(SerialNumber card) {
    return jdbc.sql("select body from card_chip where serial_index = ? for update")
        .param(vault.digest(card.value()))
        .query(byte[].class)
        .optional()
        .map(vault::open);
  }

  private void keep(SerialNumber card, Chip chip) {
    jdbc.sql(
            """
            insert into card_chip (serial_index, body) values (?, ?)
            on conflict (serial_index) do update set body = excluded.body
            """)
        .params(vault.digest(card.value()), vault.seal(chip))
        .update();
  }

  private static byte[] hash(Pin pin, byte[] salt) {
    var password = new PBEKeySpec(pin.value().toCharArray(), salt, ITERATIONS, HASH_BITS);
    try {
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
          .generateSecret(password)
          .getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the JDK lacks PBKDF2WithHmacSHA256", e);
    } finally {
      password.clearPassword();
    }
  }
}
