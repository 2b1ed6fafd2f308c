package jp.chukan.gateway.record;

import java.util.List;
import java.util.function.Function;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.gateway.kernel.Conditions;
import jp.chukan.gateway.record.Communication.Direction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Each communication, one by one (JN-02), refused ones too (JN-12); only ever appended. */
@Component
public class CommunicationLog {
  private static final int MOST_ROWS = 1_000;

  private final JdbcClient jdbc;

  public CommunicationLog(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Appends in the transaction that is open, which must be the institution's. */
  public void append(Communication communication) {
    append(List.of(communication));
  }

  /** Appends all of them at once in the open transaction. */
  public void append(List<Communication> communications) {
    jdbc.sql(
            """
            insert into communication (institution_code, direction, peer_code, message_type, number,
                                       error_code, occurred_at)
            select institution, direction, peer, message_type, number, error,
                   cast(at as timestamptz)
              from unnest(:institutions, :directions, :peers, :messageTypes, :numbers, :errors,
                          :times) with ordinality
                   as c (institution, direction, peer, message_type, number, error, at, position)
             order by position
            """)
        .param("institutions", column(communications, c -> c.institution().value()))
        .param("directions", column(communications, c -> c.direction().name()))
        .param("peers", column(communications, c -> c.peer() == null ? null : c.peer().value()))
        .param("messageTypes", column(communications, Communication::messageType))
        .param("numbers", column(communications, Communication::number))
        .param("errors", column(communications, c -> c.error() == null ? null : c.error().id()))
        .param("times", column(communications, c -> c.at().toString()))
        .update();
  }

  private static @Nullable String[] column(
      List<Communication> communications, Function<Communication, @Nullable String> value) {
    return communications.stream().map(value).toArray(String[]::new);
  }

  /**
   * The newest communications of the open transaction's institution (MS-78).
   *
   * @param number only those with this 「処理通番」 or 「受付番号」, null for all; at most 1,000 rows
   */
  public List<Communication> find(@Nullable String number) {
    return jdbc.sql(
            Conditions.of(
                        """
                        select institution_code, direction, peer_code, message_type, number,
                               error_code, occurred_at
                          from communication
                        """)
                    .given(number, "number = :number")
                    .sql()
                + " order by occurred_at desc, id desc limit :most")
        .param("number", number)
        .param("most", MOST_ROWS)
        .query(
            (row, index) -> {
              String peer = row.getString("peer_code");
              String error = row.getString("error_code");
              return new Communication(
                  new InstitutionCode(row.getString("institution_code")),
                  Direction.valueOf(row.getString("direction")),
                  peer == null ? null : new InstitutionCode(peer),
                  row.getString("message_type"),
                  row.getString("number"),
                  error == null ? null : ErrorCode.ofId(error).orElseThrow(),
                  row.getObject("occurred_at", java.time.OffsetDateTime.class).toInstant());
            })
        .list();
  }
}
