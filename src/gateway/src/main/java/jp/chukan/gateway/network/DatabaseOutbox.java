package jp.chukan.gateway.network;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.kernel.Outbox;
import jp.chukan.gateway.kernel.OutgoingMessage;
import jp.chukan.gateway.kernel.ServedInstitutions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The outbox: what was decided leaves even when the process dies right after the decision. A
 * message is removed only once the broker holds it; published twice, its duplicate id lets one
 * through.
 */
@Component("publishOutbox")
class DatabaseOutbox implements Outbox {
  private static final int BATCH = 200;

  private final JdbcClient jdbc;
  private final InstitutionTransactions transactions;
  private final ServedInstitutions institutions;
  private final InstantSource clock;

  DatabaseOutbox(
      JdbcClient jdbc,
      InstitutionTransactions transactions,
      ServedInstitutions institutions,
      InstantSource clock) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.institutions = institutions;
    this.clock = clock;
  }

  @Override
  public void put(OutgoingMessage message) {
    jdbc.sql(
            """
            insert into outbox (institution_code, message_type, number, duplicate_id, body,
                                created_at)
            values (:institution, :messageType, :number, :duplicateId, :body, :now)
            """)
        .param("institution", message.institution().value())
        .param("messageType", message.messageType())
        .param("number", message.number().value())
        .param("duplicateId", message.duplicateId())
        .param("body", message.body())
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** The oldest messages that wait, at most 200 of each institution. */
  List<OutgoingMessage> waiting() {
    List<OutgoingMessage> all = new ArrayList<>();
    for (InstitutionCode institution : institutions.codes()) {
      all.addAll(transactions.within(institution, this::waitingOfOne));
    }
    return all;
  }

  private List<OutgoingMessage> waitingOfOne() {
    return jdbc.sql(
            """
            select institution_code, message_type, number, duplicate_id, body
              from outbox
             order by id
             limit :batch
            """)
        .param("batch", BATCH)
        .query(
            (row, index) ->
                new OutgoingMessage(
                    new InstitutionCode(row.getString("institution_code")),
                    row.getString("message_type"),
                    new ProcessingNumber(row.getString("number")),
                    row.getString("duplicate_id"),
                    row.getBytes("body")))
        .list();
  }

  /** Removes what the broker has on disk now. */
  void published(List<OutgoingMessage> messages) {
    for (InstitutionCode institution : institutions.codes()) {
      List<String> ids =
          messages.stream()
              .filter(message -> message.institution().equals(institution))
              .map(OutgoingMessage::duplicateId)
              .toList();
      if (!ids.isEmpty()) {
        transactions.run(
            institution,
            () ->
                jdbc.sql("delete from outbox where duplicate_id in (:ids)")
                    .param("ids", ids)
                    .update());
      }
    }
  }
}
