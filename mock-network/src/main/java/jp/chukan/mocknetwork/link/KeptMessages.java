package jp.chukan.mocknetwork.link;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;
import jp.chukan.mocknetwork.connection.Vault;
import jp.chukan.mocknetwork.rounds.Rounds;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Messages that a system sends when the other is there: kept encrypted, sent in their order, and
 * erased as soon as they are taken (JN-40). One that is refused is not sent again; that it was
 * stays in the log of communications.
 */
@Component
public final class KeptMessages implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration LOOK = Duration.ofMillis(50);
  private static final int AT_ONCE = 200;

  private final JdbcClient jdbc;
  private final Systems systems;
  private final Vault vault;
  private final InstantSource clock;
  private final Rounds rounds = new Rounds("kept-messages", PAUSE, this::send);

  KeptMessages(JdbcClient jdbc, Systems systems, LinkVault vault, InstantSource clock) {
    this.jdbc = jdbc;
    this.systems = systems;
    this.vault = vault.vault();
    this.clock = clock;
    rounds.start();
  }

  /** Keeps a message in the open transaction; it is sent after that. */
  public void keep(CountrySystem from, CountrySystem to, String message, Object body) {
    jdbc.sql(
            """
            insert into kept_message
              (from_kind, from_place, to_kind, to_place, message, kept_at, body)
            values (?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            from.kind().name(),
            from.place(),
            to.kind().name(),
            to.place(),
            message,
            Timestamp.from(clock.instant()),
            vault.seal(LinkJson.write(body)))
        .update();
    wakeOnceKept();
  }

  /** Whoever looks before the commit finds nothing, and would look again after the pause only. */
  private void wakeOnceKept() {
    if (TransactionSynchronizationManager.isSynchronizationActive()) {
      TransactionSynchronizationManager.registerSynchronization(
          new TransactionSynchronization() {
            @Override
            public void afterCommit() {
              rounds.wake();
            }
          });
    } else {
      rounds.wake();
    }
  }

  /** How many wait for their receiver. */
  public int waiting() {
    return jdbc.sql("select count(*) from kept_message").query(Integer.class).single();
  }

  /**
   * Waits until everything that was kept has been taken or refused.
   *
   * @throws IllegalStateException when it takes longer than two minutes: some receiver is away
   */
  public void awaitEmpty() {
    awaitNone(this::waiting);
  }

  /**
   * Waits until everything that one system keeps for another has been taken or refused.
   *
   * @throws IllegalStateException when it takes longer than two minutes: the receiver is away
   */
  public void awaitEmpty(CountrySystem from, CountrySystem to) {
    awaitNone(
        () ->
            jdbc.sql(
                    """
                    select count(*) from kept_message
                     where from_kind = ? and from_place = ? and to_kind = ? and to_place = ?
                    """)
                .params(from.kind().name(), from.place(), to.kind().name(), to.place())
                .query(Integer.class)
                .single());
  }

  private void awaitNone(IntSupplier waiting) {
    Instant deadline = clock.instant().plus(PATIENCE);
    while (waiting.getAsInt() > 0) {
      if (clock.instant().isAfter(deadline)) {
        throw new IllegalStateException(waiting.getAsInt() + " messages still wait");
      }
      rounds.wake();
      LockSupport.parkNanos(LOOK.toNanos());
    }
  }

  private record Kept(
      long number, CountrySystem from, CountrySystem to, String message, byte[] body) {}

  /** The oldest of each line first; a line that does not answer holds up nobody else. */
  private boolean send() {
    List<Kept> next =
        jdbc.sql(
                """
                select distinct on (from_kind, from_place, to_kind, to_place) *
                  from kept_message
                 order by from_kind, from_place, to_kind, to_place, number
                 limit ?
                """)
            .param(AT_ONCE)
            .query(
                (row, n) ->
                    new Kept(
                        row.getLong("number"),
                        new CountrySystem(
                            SystemKind.valueOf(row.getString("from_kind")),
                            row.getString("from_place")),
                        new CountrySystem(
                            SystemKind.valueOf(row.getString("to_kind")),
                            row.getString("to_place")),
                        row.getString("message"),
                        row.getBytes("body")))
            .list();
    boolean some = false;
    for (Kept kept : next) {
      some |= sent(kept);
    }
    return some;
  }

  private boolean sent(Kept kept) {
    try {
      systems.sendWritten(kept.from(), kept.to(), kept.message(), vault.open(kept.body()));
    } catch (UnreachableSystemException later) {
      return false;
    } catch (RefusedCallException refused) {
      // the receiver has recorded it
    }
    jdbc.sql("delete from kept_message where number = ?").param(kept.number()).update();
    return true;
  }

  @Override
  public void close() {
    rounds.close();
  }
}
