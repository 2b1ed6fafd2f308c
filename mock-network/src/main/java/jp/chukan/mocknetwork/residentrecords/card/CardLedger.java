package jp.chukan.mocknetwork.residentrecords.card;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.mocknetwork.connection.MockNetworkSettings;
import jp.chukan.mocknetwork.connection.RecordVault;
import jp.chukan.mocknetwork.connection.Vault;
import jp.chukan.mocknetwork.identity.CardStatus;
import jp.chukan.mocknetwork.institution.Institution;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.KeptMessages;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.person.ResidentRecordCode;
import jp.chukan.mocknetwork.person.SerialNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which resident of a municipality has which card, encrypted. Whatever changes is kept for the
 * 市町村CS in the same transaction (T:3612).
 */
@Component
public final class CardLedger {
  private final JdbcClient jdbc;
  private final KeptMessages messages;
  private final RecordVault<HeldCard> vault;

  CardLedger(
      JdbcClient jdbc, KeptMessages messages, MockNetworkSettings settings, SecureRandom random) {
    this.jdbc = jdbc;
    this.messages = messages;
    this.vault =
        new RecordVault<>(Vault.of(settings.secretFile("card-ledger-key"), random), HeldCard.class);
  }

  /** The card with this serial number, when the municipality gave it out. */
  public Optional<HeldCard> card(InstitutionCode municipality, SerialNumber serialNumber) {
    return jdbc.sql(
            "select body from individual_number_card where institution = ? and serial_index = ?")
        .params(municipality.value(), vault.digest(serialNumber.value()))
        .query(byte[].class)
        .optional()
        .map(vault::open);
  }

  /** The cards that a person got in this municipality, oldest first. */
  public List<HeldCard> of(InstitutionCode municipality, ResidentRecordCode holder) {
    return jdbc
        .sql(
            """
            select body from individual_number_card
             where institution = ? and holder_index = ? order by number
            """)
        .params(municipality.value(), vault.digest(holder.value()))
        .query(byte[].class)
        .list()
        .stream()
        .map(vault::open)
        .toList();
  }

  /** The card that a person has: not ended. */
  Optional<HeldCard> heldBy(InstitutionCode municipality, ResidentRecordCode holder) {
    return of(municipality, holder).stream()
        .filter(card -> card.state() != CardStatus.State.ENDED)
        .findFirst();
  }

  /** Writes a card down, in the open transaction. */
  void keep(InstitutionCode municipality, HeldCard card) {
    jdbc.sql(
            """
            insert into individual_number_card (institution, serial_index, holder_index, body)
            values (?, ?, ?, ?)
            on conflict (serial_index) do update set body = excluded.body
            """)
        .params(
            municipality.value(),
            vault.digest(card.serialNumber().value()),
            vault.digest(card.recordCode().value()),
            vault.seal(card))
        .update();
    String place = Institution.localGovernment(municipality);
    messages.keep(
        new CountrySystem(SystemKind.RESIDENT_RECORDS, place),
        new CountrySystem(SystemKind.MUNICIPAL_SERVER, place),
        CardStatus.MESSAGE,
        card.status());
  }
}
