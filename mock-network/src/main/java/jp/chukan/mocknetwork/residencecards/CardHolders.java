package jp.chukan.mocknetwork.residencecards;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.chukan.mocknetwork.connection.MockNetworkSettings;
import jp.chukan.mocknetwork.connection.RecordVault;
import jp.chukan.mocknetwork.connection.Vault;
import jp.chukan.mocknetwork.foreignresident.ResidenceCardNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The ledger of cards, encrypted; found by municipality and 整理番号, or by the number of a card. */
@Component
final class CardHolders {
  private static final String LETTERS = "MJ";

  private final JdbcClient jdbc;
  private final RecordVault<CardHolder> vault;

  CardHolders(JdbcClient jdbc, MockNetworkSettings settings, SecureRandom random) {
    this.jdbc = jdbc;
    this.vault =
        new RecordVault<>(
            Vault.of(settings.secretFile("residence-cards-key"), random), CardHolder.class);
  }

  /**
   * A person in a municipality. Nobody else reads it for a change until the open transaction ends:
   * a 市町村通知 and a decision of 法務省 may be about the same person at the same time.
   */
  Optional<CardHolder> of(String place, int position) {
    return jdbc.sql(
            """
            select body from residence_card_holder where place = ? and position = ? for update
            """)
        .params(place, position)
        .query(byte[].class)
        .optional()
        .map(vault::open);
  }

  /** Whoever has or had this card, in any municipality. */
  List<CardHolder> with(ResidenceCardNumber card) {
    return jdbc
        .sql("select body from residence_card_holder where card_index = ?")
        .param(vault.digest(card.value()))
        .query(byte[].class)
        .list()
        .stream()
        .map(vault::open)
        .toList();
  }

  /** Everybody who lives or lived in a municipality. */
  List<CardHolder> of(String place) {
    return jdbc
        .sql("select body from residence_card_holder where place = ? order by position")
        .param(place)
        .query(byte[].class)
        .list()
        .stream()
        .map(vault::open)
        .toList();
  }

  void keep(CardHolder holder) {
    jdbc.sql(
            """
            insert into residence_card_holder (place, position, card_index, body)
            values (?, ?, ?, ?)
            on conflict (place, position) do update
              set card_index = excluded.card_index, body = excluded.body
            """)
        .params(
            holder.place(),
            holder.position(),
            holder.category().card().map(card -> vault.digest(card.value())).orElse(null),
            vault.seal(holder))
        .update();
  }

  /** A card is not valid any more. */
  void end(ResidenceCardNumber card, Instant at) {
    jdbc.sql(
            """
            insert into ended_residence_card (card_index, ended_at) values (?, ?)
            on conflict do nothing
            """)
        .params(vault.digest(card.value()), Timestamp.from(at))
        .update();
  }

  boolean hasEnded(ResidenceCardNumber card) {
    return jdbc.sql("select count(*) from ended_residence_card where card_index = ?")
            .param(vault.digest(card.value()))
            .query(Integer.class)
            .single()
        > 0;
  }

  /** Number of a card that was not issued before. */
  ResidenceCardNumber nextNumber() {
    return ResidenceCardNumber.fictitious(
        LETTERS, jdbc.sql("select nextval('residence_card_number')").query(Long.class).single());
  }
}
