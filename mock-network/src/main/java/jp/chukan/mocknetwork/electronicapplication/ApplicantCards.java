package jp.chukan.mocknetwork.electronicapplication;

import java.security.PublicKey;
import java.util.Base64;
import java.util.Optional;
import jp.chukan.mocknetwork.application.ApplicationNumber;
import jp.chukan.mocknetwork.link.Fault;
import jp.chukan.mocknetwork.link.RefusedCallException;
import jp.chukan.mocknetwork.person.SerialNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 「利用者登録」: an applicant registers the card once, with the key that it signs with, and begins
 * applications with it.
 */
@Component
public final class ApplicantCards {
  private final ElectronicApplicationFiles files;
  private final JdbcClient jdbc;

  ApplicantCards(ElectronicApplicationFiles files, JdbcClient jdbc) {
    this.files = files;
    this.jdbc = jdbc;
  }

  /**
   * Registers a card; the same again changes nothing.
   *
   * @throws RefusedCallException ALREADY_PRESENT when the card is registered with another key
   */
  public void register(SerialNumber card, PublicKey key) {
    jdbc.sql(
            """
            insert into electronic_application_card (serial_index, public_key) values (?, ?)
            on conflict do nothing
            """)
        .params(files.index(card.value()), files.vault().seal(key.getEncoded()))
        .update();
    if (!isKeyOf(card, Base64.getEncoder().encodeToString(key.getEncoded()))) {
      throw new RefusedCallException(Fault.ALREADY_PRESENT, "serialNumber");
    }
  }

  /**
   * Begins an application.
   *
   * @throws RefusedCallException UNKNOWN for a card that is not registered
   */
  public ApplicationNumber begin(SerialNumber card) {
    if (keyOf(card).isEmpty()) {
      throw new RefusedCallException(Fault.UNKNOWN, "serialNumber");
    }
    long number =
        jdbc.sql(
                """
                insert into electronic_application_number (serial_index) values (?)
                returning number
                """)
            .param(files.index(card.value()))
            .query(Long.class)
            .single();
    return new ApplicationNumber("%016d".formatted(number));
  }

  /**
   * Holds an application against whose it is: of somebody else's nothing is told, not even that it
   * exists.
   *
   * @throws RefusedCallException UNKNOWN when the number was not given to this card
   */
  void requireOwn(SerialNumber card, ApplicationNumber number) {
    boolean own =
        jdbc.sql(
                """
                select 1 from electronic_application_number where number = ? and serial_index = ?
                """)
            .params(Long.parseLong(number.value()), files.index(card.value()))
            .query(Integer.class)
            .optional()
            .isPresent();
    if (!own) {
      throw new RefusedCallException(Fault.UNKNOWN, "number");
    }
  }

  /** Whether this is the key that the card was registered with. */
  boolean isKeyOf(SerialNumber card, String publicKey) {
    return keyOf(card).filter(publicKey::equals).isPresent();
  }

  private Optional<String> keyOf(SerialNumber card) {
    return jdbc.sql("select public_key from electronic_application_card where serial_index = ?")
        .param(files.index(card.value()))
        .query(byte[].class)
        .optional()
        .map(key -> Base64.getEncoder().encodeToString(files.vault().open(key)));
  }
}
