package jp.chukan.command.bench.records;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import jp.chukan.command.installation.InstallationException;
import jp.chukan.command.installation.LocalPostgres;

/**
 * Fills the database of the server with exchanges of the past twelve months: for each a 「情報提供等記録」
 * and two communications, spread over three institutions and persons who are asked about twenty
 * times a year. Fictitious, and written beside the server, because sending ten million requests
 * would take a day.
 */
final class YearOfRecords {
  private static final int BATCH = 100_000;
  private static final int WRITERS = Runtime.getRuntime().availableProcessors();
  private static final int EXCHANGES_OF_A_PERSON = 20;
  private static final int INSTITUTIONS = 3;

  /** Months that the server's own migrations do not make any more. */
  private static final String MONTHS =
      """
      do $$
      declare
        target text;
        first_day date;
      begin
        foreach target in array array['provision_record', 'communication'] loop
          for back in 1 .. 13 loop
            first_day := date_trunc('month', now() at time zone 'UTC')::date - make_interval(months => back);
            execute format(
              'create table if not exists %I partition of %I for values from (%L) to (%L)',
              target || to_char(first_day, '_YYYYMM'), target,
              first_day || ' 00:00+00', (first_day + interval '1 month')::date || ' 00:00+00');
          end loop;
        end loop;
      end $$
      """;

  /** The body has the form that the server writes; statistics are read out of it. */
  private static final String FILL =
      """
      with exchange as (
        select g, code, to_char(g, 'FM"BENCH"000000000000000') as number,
               'bench-person-' || lpad((g / 3 %% greatest(1, %3$d / %4$d / 3))::text, 12, '0') as person,
               date_trunc('milliseconds', now() - interval '365 days' * (1 - g::double precision / %3$d)) as at
          from generate_series(%1$d::bigint, %2$d::bigint) as g
         cross join lateral (
           select (array['0220104202101700', '0220108220101700', '0220113121101700'])[1 + g %% 3]) as of(code)),
      sent as (
        insert into communication (institution_code, direction, peer_code, message_type, number, occurred_at)
        select code, direction, '0030099000001700', message_type, number, at
          from exchange
         cross join (values ('RECEIVED', 'IF_TKY_30101_R01'), ('SENT', 'IF_TKY_30102_R01'))
                as message (direction, message_type))
      insert into provision_record (institution_code, leaf_id, side, processing_number, linkage_code,
                                    outcome, decided_at, body)
      select code, 1000000000 + g, 'PROVIDER', number, person, 'PROVIDED', at,
             convert_to(
               '{"institution":"' || code || '","side":"PROVIDER","processingNumber":"' || number
               || '","inquirer":"0450000000001700","provider":"' || code
               || '","affair":"JM01000000' || lpad((g %% 40)::text, 6, '0') || '","procedure":"JT01010000000214'
               || '","information":"TM000000000000' || lpad((g %% 30)::text, 2, '0')
               || '","items":["TK00000000000231","TK00000000000255"],"linkageCode":"' || person
               || '","permitId":"' || number || '","nonDisclosure":null,"inquiredAt":null,"receivedAt":"'
               || to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
               || '","decidedAt":"' || to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
               || '","outcome":"PROVIDED","errorCode":null}', 'UTF8')
        from exchange
      """;

  /** The persons of the municipality that is asked: whom nobody knows here has no records. */
  private static final String PERSONS =
      """
      with person as (
        select '0220104202101700' as code, '00000' || lpad(i::text, 10, '0') as addressee,
               'bench-person-' || lpad(i::text, 12, '0') as linkage_code,
               to_char(i, 'FM"BENCHPERSON"0000000000') as number
          from generate_series(0, greatest(1, %1$d / %2$d / %3$d) - 1) as i),
      acquired as (
        insert into linkage_acquisition (institution_code, addressee_number, processing_number, requested_at)
        select code, addressee, number, now() from person),
      asked as (
        insert into linkage_acquisition_record (institution_code, record_number, addressee_number,
                                                affair_code, purpose, department_code, user_id, received_at)
        select code, number, addressee, 'JM01000000001000', 'INFORMATION_LINKAGE', '3595115400', 'bench', now()
          from person)
      insert into linkage_code (institution_code, addressee_number, linkage_code, bound_at)
      select code, addressee, linkage_code, now() from person
      """;

  private final LocalPostgres postgres;
  private final int exchanges;
  private final Consumer<String> progress;

  /**
   * @param exchanges how many there are in the end
   * @param progress told how far it is
   */
  YearOfRecords(LocalPostgres postgres, int exchanges, Consumer<String> progress) {
    this.postgres = postgres;
    this.exchanges = exchanges;
    this.progress = progress;
  }

  /**
   * Writes the exchanges from one to another, both included, by as many at once as there are
   * processors.
   *
   * @param from the first, from 0
   */
  void fill(int from, int to) throws IOException, SQLException {
    try (var connection = postgres.connect("postgres", "chukan")) {
      execute(connection, MONTHS);
      if (from == 0) {
        execute(connection, PERSONS.formatted(exchanges, EXCHANGES_OF_A_PERSON, INSTITUTIONS));
      }
      var next = new AtomicInteger(from);
      try (var writers = Executors.newFixedThreadPool(WRITERS)) {
        Callable<Void> writer =
            () -> {
              write(next, to);
              return null;
            };
        for (var written : writers.invokeAll(Collections.nCopies(WRITERS, writer))) {
          written.get();
        }
      } catch (ExecutionException e) {
        throw new InstallationException("cannot write the records", e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted", e);
      }
      progress.accept("looking how the records lie");
      execute(connection, "vacuum analyze provision_record, communication, linkage_code");
    }
  }

  private void write(AtomicInteger next, int to) throws IOException, SQLException {
    try (var connection = postgres.connect("postgres", "chukan")) {
      // the rows are made anew when the machine fails; only how fast they are found counts
      execute(connection, "set synchronous_commit = off");
      for (int first = next.getAndAdd(BATCH); first <= to; first = next.getAndAdd(BATCH)) {
        int last = Math.min(to, first + BATCH - 1);
        execute(connection, FILL.formatted(first, last, exchanges, EXCHANGES_OF_A_PERSON));
        progress.accept("writing records: %,d of %,d".formatted(last + 1, exchanges));
      }
    }
  }

  /** 「処理通番」 of an exchange. */
  static String number(int exchange) {
    return "BENCH%015d".formatted(exchange);
  }

  /** 「符号」 of the person whom an exchange is about. */
  static String person(int exchange, int exchanges) {
    return "bench-person-%012d"
        .formatted(
            exchange
                / INSTITUTIONS
                % Math.max(1, exchanges / EXCHANGES_OF_A_PERSON / INSTITUTIONS));
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
