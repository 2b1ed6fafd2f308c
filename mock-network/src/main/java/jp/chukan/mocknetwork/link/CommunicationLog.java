package jp.chukan.mocknetwork.link;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every communication between systems, each on its own, refused ones as well (JN-02, JN-12). */
@Component
public final class CommunicationLog {
  private final JdbcClient jdbc;
  private final InstantSource clock;
  private final List<Consumer<Communication>> listeners = new CopyOnWriteArrayList<>();

  CommunicationLog(JdbcClient jdbc, InstantSource clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  void append(
      CountrySystem from, CountrySystem to, String message, int bytes, Optional<Fault> fault) {
    Communication kept =
        jdbc.sql(
                """
                insert into country_communication
                  (at, from_kind, from_place, to_kind, to_place, message, bytes, fault)
                values (?, ?, ?, ?, ?, ?, ?, ?) returning *
                """)
            .params(
                Timestamp.from(clock.instant()),
                from.kind().name(),
                from.place(),
                to.kind().name(),
                to.place(),
                message,
                bytes,
                fault.map(Fault::name).orElse(null))
            .query(CommunicationLog::communication)
            .single();
    listeners.forEach(listener -> listener.accept(kept));
  }

  /** Communications after this position, oldest first, at most so many. */
  public List<Communication> after(long number, int most) {
    return jdbc.sql("select * from country_communication where number > ? order by number limit ?")
        .params(number, most)
        .query(CommunicationLog::communication)
        .list();
  }

  /**
   * Tells of every communication from now on, in the thread that made it.
   *
   * @return ends it
   */
  public Runnable follow(Consumer<Communication> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  private static Communication communication(ResultSet row, int index) throws SQLException {
    return new Communication(
        row.getLong("number"),
        row.getTimestamp("at").toInstant(),
        new CountrySystem(
            SystemKind.valueOf(row.getString("from_kind")), row.getString("from_place")),
        new CountrySystem(SystemKind.valueOf(row.getString("to_kind")), row.getString("to_place")),
        row.getString("message"),
        row.getInt("bytes"),
        Optional.ofNullable(row.getString("fault")).map(Fault::valueOf));
  }
}
