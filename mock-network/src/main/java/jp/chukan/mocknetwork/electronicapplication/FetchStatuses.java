package jp.chukan.mocknetwork.electronicapplication;

import jp.chukan.mocknetwork.applicationrelay.StatusQuery;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.link.Systems;
import jp.chukan.mocknetwork.link.UnreachableSystemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Fetches 「申請状況」 from every 連携サーバ, which erases what it was told to have arrived: nothing is lost
 * between the two, and nothing stays there.
 */
@Component
public final class FetchStatuses {
  private static final Logger log = LoggerFactory.getLogger(FetchStatuses.class);

  private final ElectronicApplications applications;
  private final Systems systems;
  private final JdbcClient jdbc;
  private final TransactionOperations transaction;

  FetchStatuses(
      ElectronicApplications applications,
      Systems systems,
      JdbcClient jdbc,
      TransactionOperations transaction) {
    this.applications = applications;
    this.systems = systems;
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  /** Fetches all that there are; a 連携サーバ that does not answer is asked the next time. */
  public void fetch() {
    for (CountrySystem relay : systems.of(SystemKind.APPLICATION_RELAY)) {
      try {
        fetch(relay);
      } catch (UnreachableSystemException later) {
        log.info("statuses of {} come later", relay);
      }
    }
  }

  private synchronized void fetch(CountrySystem relay) {
    StatusQuery.Reply reply;
    do {
      long taken = taken(relay.place());
      reply =
          systems.send(
              CountrySystem.only(SystemKind.ELECTRONIC_APPLICATION),
              relay,
              StatusQuery.MESSAGE,
              new StatusQuery(taken),
              StatusQuery.Reply.class);
      StatusQuery.Reply fetched = reply;
      transaction.executeWithoutResult(status -> write(relay.place(), fetched));
      // once more after the last of them, which tells the relay that it has arrived
    } while (!reply.statuses().isEmpty());
  }

  private long taken(String municipality) {
    return jdbc.sql("select taken from electronic_application_fetched where municipality = ?")
        .param(municipality)
        .query(Long.class)
        .optional()
        .orElse(0L);
  }

  private void write(String municipality, StatusQuery.Reply reply) {
    reply.statuses().forEach(applications::update);
    jdbc.sql(
            """
            insert into electronic_application_fetched (municipality, taken) values (?, ?)
            on conflict (municipality) do update set taken = excluded.taken
            """)
        .params(municipality, reply.last())
        .update();
  }
}
