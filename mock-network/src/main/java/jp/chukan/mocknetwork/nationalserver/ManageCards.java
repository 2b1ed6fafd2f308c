package jp.chukan.mocknetwork.nationalserver;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import jp.chukan.mocknetwork.cardmanagement.CardDestination;
import jp.chukan.mocknetwork.cardmanagement.CardStatuses;
import jp.chukan.mocknetwork.cardmanagement.CardTaken;
import jp.chukan.mocknetwork.cardmanagement.RequireCardHolder;
import jp.chukan.mocknetwork.connection.RecordVault;
import jp.chukan.mocknetwork.identity.CardStatus;
import jp.chukan.mocknetwork.identity.IdentityFiles;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.Fault;
import jp.chukan.mocknetwork.link.RefusedCallException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * 「個人番号カード管理システム」: the status of every card of the country, and 送付先情報 until it has gone to whoever
 * makes the cards; then it is erased (JN-40).
 */
@Component
public final class ManageCards {
  private final CardStatuses statuses;
  private final RequireCardHolder holders;
  private final CardMaker maker;
  private final JdbcClient jdbc;
  private final RecordVault<CardDestination> vault;
  private final TransactionOperations transaction;
  private final InstantSource clock;

  ManageCards(
      CardStatuses statuses,
      RequireCardHolder holders,
      CardMaker maker,
      JdbcClient jdbc,
      IdentityFiles files,
      TransactionOperations transaction,
      InstantSource clock) {
    this.statuses = statuses;
    this.holders = holders;
    this.maker = maker;
    this.jdbc = jdbc;
    this.vault = new RecordVault<>(files.vaultOf(NationalServer.SELF), CardDestination.class);
    this.transaction = transaction;
    this.clock = clock;
  }

  /**
   * @throws RefusedCallException as {@link CardStatuses#take} says
   */
  CardTaken take(CardStatus status) {
    transaction.executeWithoutResult(
        open -> statuses.take(NationalServer.SELF, status, clock.instant()));
    return new CardTaken(1);
  }

  /**
   * @throws RefusedCallException FORBIDDEN_SENDER for a card of another prefecture, ALREADY_PRESENT
   *     for a notice that is here, and as {@link RequireCardHolder} says
   */
  CardTaken take(CountrySystem from, CardDestination destination) {
    if (!destination.office().municipality().startsWith(from.place())) {
      throw new RefusedCallException(Fault.FORBIDDEN_SENDER, "office.municipality");
    }
    holders.require(NationalServer.SELF, destination);
    int kept =
        maker.hasTaken(destination.managementNumber())
            ? 0
            : jdbc.sql(
                    """
                    insert into card_destination (management_number, received_at, body)
                    values (?, ?, ?) on conflict do nothing
                    """)
                .params(
                    destination.managementNumber(),
                    Timestamp.from(clock.instant()),
                    vault.seal(destination))
                .update();
    if (kept == 0) {
      throw new RefusedCallException(Fault.ALREADY_PRESENT, "managementNumber");
    }
    return new CardTaken(1);
  }

  /** How many notices wait for the maker. */
  public int waiting() {
    return jdbc.sql("select count(*) from card_destination").query(Integer.class).single();
  }

  /**
   * Sends everything that waits to the maker of cards, and erases it.
   *
   * @return how many cards were ordered
   */
  public int sendToMaker(Instant now) {
    return Objects.requireNonNull(
        transaction.execute(
            open -> {
              List<CardDestination> waiting =
                  jdbc
                      .sql("delete from card_destination returning body")
                      .query(byte[].class)
                      .list()
                      .stream()
                      .map(vault::open)
                      .toList();
              maker.order(waiting, now);
              return waiting.size();
            }));
  }
}
