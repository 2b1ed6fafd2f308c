package jp.chukan.mocknetwork.coresystem;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ProcessingNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers on their way to the servers of served municipalities, kept until they are taken. */
@Component
final class AnswerDeliveries {
  private static final int CONGESTED = 2_000;
  private final JdbcClient jdbc;

  AnswerDeliveries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * One message to a server.
   *
   * @param processingNumber the exchange
   * @param sequence its place among the messages about this exchange, from 1
   * @param institution whose server
   * @param message signed by the network
   * @param attempts how often it was tried
   */
  record Delivery(
      ProcessingNumber processingNumber,
      int sequence,
      InstitutionCode institution,
      byte[] message,
      int attempts) {}

  void keep(
      ProcessingNumber number,
      int sequence,
      InstitutionCode institution,
      byte[] message,
      Instant dueAt) {
    jdbc.sql(
            """
            insert into core_answer_delivery
              (processing_number, sequence, institution, message, due_at)
            values (?, ?, ?, ?, ?)
            """)
        .params(number.value(), sequence, institution.value(), message, Timestamp.from(dueAt))
        .update();
  }

  List<Delivery> due(Instant now, int limit) {
    return jdbc.sql(
            """
            select processing_number, sequence, institution, message, attempts
            from core_answer_delivery
            where message is not null and due_at <= ?
            order by due_at, processing_number, sequence limit ?
            """)
        .params(Timestamp.from(now), limit)
        .query(
            (row, n) ->
                new Delivery(
                    new ProcessingNumber(row.getString(1)),
                    row.getInt(2),
                    new InstitutionCode(row.getString(3)),
                    row.getBytes(4),
                    row.getInt(5)))
        .list();
  }

  /** Whether so many messages wait that no more should be made. */
  boolean areCongested() {
    return jdbc.sql(
                """
                select count(*) from (
                  select 1 from core_answer_delivery where message is not null limit ?) waiting
                """)
            .param(CONGESTED)
            .query(Integer.class)
            .single()
        == CONGESTED;
  }

  /**
   * The server gave its last word.
   *
   * @param errorCode why it refused, null when it took the message
   */
  void ended(Delivery delivery, @Nullable String errorCode, Instant at) {
    jdbc.sql(
            """
            update core_answer_delivery
            set message = null, accepted_at = ?, error_code = ?, attempts = attempts + 1
            where processing_number = ? and sequence = ?
            """)
        .params(
            errorCode == null ? Timestamp.from(at) : null,
            errorCode,
            delivery.processingNumber().value(),
            delivery.sequence())
        .update();
  }

  void postponed(Delivery delivery, Instant dueAt) {
    jdbc.sql(
            """
            update core_answer_delivery set due_at = ?, attempts = attempts + 1
            where processing_number = ? and sequence = ?
            """)
        .params(Timestamp.from(dueAt), delivery.processingNumber().value(), delivery.sequence())
        .update();
  }
}
