package jp.chukan.gateway.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import jp.chukan.contract.code.UserId;
import jp.chukan.gateway.kernel.Conditions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Searches the 「操作ログ」 by time, person of the staff, kind and data subject (MS-73, MU-03). */
@Component
public class OperationSearch {
  private final JdbcClient jdbc;

  public OperationSearch(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A look at something.
   *
   * @param user who looked
   * @param at when last
   */
  public record Look(UserId user, Instant at) {}

  /**
   * Operations in the open transaction of the institution, the newest first.
   *
   * @param skip how many to leave out
   * @param most how many at most
   */
  public List<Operation> find(
      InstitutionCode institution, OperationQuery query, int skip, int most) {
    return bind(
            jdbc.sql(
                "select * "
                    + conditions(query)
                    + " order by occurred_at desc, id desc offset :skip limit :most"),
            institution,
            query)
        .param("skip", skip)
        .param("most", most)
        .query((row, index) -> read(row))
        .list();
  }

  static String conditions(OperationQuery query) {
    return Conditions.of("from operation")
        .where("institution_code = :institution")
        .given(query.from(), "occurred_at >= :from")
        .given(query.to(), "occurred_at < :to")
        .given(query.user(), "user_id = :user")
        .given(query.kind(), "kind = :kind")
        .given(query.addressee(), "addressee_number = :addressee")
        .sql();
  }

  static StatementSpec bind(
      StatementSpec statement, InstitutionCode institution, OperationQuery query) {
    return statement
        .param("institution", institution.value())
        .param("from", time(query.from()))
        .param("to", time(query.to()))
        .param("user", query.user() == null ? null : query.user().value())
        .param("kind", query.kind() == null ? null : query.kind().name())
        .param("addressee", query.addressee() == null ? null : query.addressee().value());
  }

  /**
   * Who has looked at the target since then, each person once, the latest first; in the open
   * transaction of the institution.
   *
   * @param but the one who asks
   */
  public List<Look> looks(String target, UserId but, Instant since) {
    return jdbc.sql(
            """
            select user_id, max(occurred_at) as latest
              from operation
             where kind = 'VIEW' and succeeded and target = :target and user_id <> :but
               and occurred_at >= :since
             group by user_id
             order by latest desc, user_id
            """)
        .param("target", target)
        .param("but", but.value())
        .param("since", time(since))
        .query(
            (row, index) ->
                new Look(
                    new UserId(row.getString("user_id")),
                    row.getObject("latest", OffsetDateTime.class).toInstant()))
        .list();
  }

  private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }

  static Operation read(ResultSet row) throws SQLException {
    String user = row.getString("user_id");
    String addressee = row.getString("addressee_number");
    return new Operation(
        new InstitutionCode(row.getString("institution_code")),
        user == null ? null : new UserId(user),
        OperationKind.valueOf(row.getString("kind")),
        row.getString("operation_function"),
        row.getBoolean("succeeded"),
        row.getString("target"),
        addressee == null ? null : new UnifiedAddresseeNumber(addressee),
        row.getString("purpose"),
        row.getObject("occurred_at", OffsetDateTime.class).toInstant());
  }
}
