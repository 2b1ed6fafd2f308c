package jp.chukan.gateway.permission;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The versions of the 「照会許可照合リスト」 that were received, to look at. */
@Component
public class PermissionListVersions {
  private final JdbcClient jdbc;

  public PermissionListVersions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A row of a list.
   *
   * @param position its place in the list
   * @param validFrom first day
   * @param validTo last day, null when open
   */
  public record ListRow(int position, LocalDate validFrom, @Nullable LocalDate validTo) {}

  /** The newest versions, the newest first; at most so many. */
  public List<ListInForce> newest(int most) {
    return jdbc.sql(
            """
            select version, entry_count, published_at, received_at
              from permission_matching_list
             order by version desc
             limit :most
            """)
        .param("most", most)
        .query((row, index) -> list(row))
        .list();
  }

  /** The rows of a version that name exactly this, whatever their period, in their order. */
  public List<ListRow> rows(int version, InquiryTuple tuple) {
    return jdbc.sql(
            """
            select position, valid_from, valid_to
              from permission_matching_entry
             where version = :version and inquirer_code = :inquirer and affair_code = :affair
               and procedure_code = :procedure and provider_code = :provider
               and information_code = :information
             order by position
            """)
        .param("version", version)
        .param("inquirer", tuple.inquirer().value())
        .param("affair", tuple.affair().value())
        .param("procedure", tuple.procedure().value())
        .param("provider", tuple.provider().value())
        .param("information", tuple.information().value())
        .query(
            (row, index) ->
                new ListRow(
                    row.getInt("position"),
                    row.getObject("valid_from", LocalDate.class),
                    row.getObject("valid_to", LocalDate.class)))
        .list();
  }

  private static ListInForce list(ResultSet row) throws SQLException {
    return new ListInForce(
        row.getInt("version"),
        row.getInt("entry_count"),
        row.getObject("published_at", OffsetDateTime.class).toInstant(),
        row.getObject("received_at", OffsetDateTime.class).toInstant());
  }
}
