package jp.chukan.mocknetwork.applicationrelay;

import java.util.List;
import java.util.Optional;
import jp.chukan.mocknetwork.application.ApplicationNumber;
import jp.chukan.mocknetwork.application.ApplicationState;
import jp.chukan.mocknetwork.application.ApplicationStatus;
import jp.chukan.mocknetwork.application.ApplicationVersion;
import jp.chukan.mocknetwork.application.ReturnReason;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Statuses that wait at a 連携サーバ until the 電子申請機能 has fetched them. */
@Component
final class WaitingStatuses {
  private static final int AT_ONCE = 500;

  private final JdbcClient jdbc;

  WaitingStatuses(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Kept keep(String place, ApplicationStatus status) {
    jdbc.sql(
            """
            insert into relay_status (place, application, version, state, reason)
            values (?, ?, ?, ?, ?)
            """)
        .params(
            place,
            status.id().number().value(),
            status.id().version(),
            status.state().name(),
            status.reason().map(ReturnReason::name).orElse(null))
        .update();
    return new Kept(true);
  }

  private record Numbered(long position, ApplicationStatus status) {}

  /** Erases those up to a position, and gives those behind it. */
  StatusQuery.Reply after(String place, long taken) {
    jdbc.sql("delete from relay_status where place = ? and position <= ?")
        .params(place, taken)
        .update();
    List<Numbered> waiting =
        jdbc.sql("select * from relay_status where place = ? order by position limit ?")
            .params(place, AT_ONCE)
            .query(
                (row, n) ->
                    new Numbered(
                        row.getLong("position"),
                        new ApplicationStatus(
                            new ApplicationVersion(
                                new ApplicationNumber(row.getString("application")),
                                row.getInt("version")),
                            ApplicationState.valueOf(row.getString("state")),
                            Optional.ofNullable(row.getString("reason"))
                                .map(ReturnReason::valueOf))))
            .list();
    return new StatusQuery.Reply(
        waiting.stream().map(Numbered::status).toList(),
        waiting.isEmpty() ? taken : waiting.getLast().position());
  }
}
