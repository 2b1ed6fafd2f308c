package jp.chukan.gateway.network;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.gateway.kernel.CurrentTrace;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.kernel.Outbox;
import jp.chukan.gateway.kernel.OutgoingMessage;
import jp.chukan.gateway.kernel.OutgoingMessage.Answered;
import jp.chukan.gateway.kernel.OutgoingQueue;
import jp.chukan.gateway.kernel.ServedInstitutions;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The outbox: what was decided leaves even when the process dies right after the decision. A
 * message is removed only once the broker holds it; published twice, its duplicate id lets one
 * through.
 *
 * <p>Where something was put is remembered when its transaction commits, so that a look costs an
 * idle institution nothing. A sweep over all of them finds what a process left that died.
 */
@Component("publishOutbox")
class DatabaseOutbox implements Outbox {
  private static final int BATCH = 200;

  private final JdbcClient jdbc;
  private final InstitutionTransactions transactions;
  private final ServedInstitutions institutions;
  private final CurrentTrace trace;
  private final InstantSource clock;
  private final Duration sweepInterval;
  private final Set<Place> busy = ConcurrentHashMap.newKeySet();
  private final Map<OutgoingQueue, Instant> sweptAt = new ConcurrentHashMap<>();

  /** Where messages wait: each queue is published for itself, so that none waits behind another. */
  private record Place(InstitutionCode institution, OutgoingQueue queue) {}

  DatabaseOutbox(
      JdbcClient jdbc,
      InstitutionTransactions transactions,
      ServedInstitutions institutions,
      CurrentTrace trace,
      InstantSource clock,
      @Value("${chukan.outbox.sweep}") Duration sweepInterval) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.institutions = institutions;
    this.trace = trace;
    this.clock = clock;
    this.sweepInterval = sweepInterval;
  }

  @Override
  public void putAll(List<OutgoingMessage> messages) {
    jdbc.sql(
            """
            insert into outbox (institution_code, queue, message_type, number, duplicate_id, body,
                                request_received_at, outcome, created_at, trace_parent)
            select institution, queue, message_type, number, duplicate_id, body,
                   cast(request_received_at as timestamptz), outcome, :now, :trace
              from unnest(:institutions, :queues, :messageTypes, :numbers, :duplicateIds, :bodies,
                          :requestReceivedAts, :outcomes)
                   with ordinality
                   as m (institution, queue, message_type, number, duplicate_id, body,
                         request_received_at, outcome, position)
             order by position
            """)
        .param("institutions", column(messages, message -> message.institution().value()))
        .param("queues", column(messages, message -> message.queue().name()))
        .param("messageTypes", column(messages, OutgoingMessage::messageType))
        .param("numbers", column(messages, message -> message.number().value()))
        .param("duplicateIds", column(messages, OutgoingMessage::duplicateId))
        .param("bodies", messages.stream().map(OutgoingMessage::body).toArray(byte[][]::new))
        .param("requestReceivedAts", ofAnswered(messages, one -> one.receivedAt().toString()))
        .param("outcomes", ofAnswered(messages, Answered::outcome))
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .param("trace", trace.traceParent())
        .update();
    rememberAfterCommit(
        messages.stream()
            .map(message -> new Place(message.institution(), message.queue()))
            .collect(Collectors.toSet()));
  }

  private static String[] column(
      List<OutgoingMessage> messages, Function<OutgoingMessage, String> value) {
    return messages.stream().map(value).toArray(String[]::new);
  }

  private static @Nullable String[] ofAnswered(
      List<OutgoingMessage> messages, Function<Answered, String> value) {
    return messages.stream()
        .map(OutgoingMessage::answered)
        .map(answered -> answered == null ? null : value.apply(answered))
        .toArray(String[]::new);
  }

  private void rememberAfterCommit(Set<Place> places) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            busy.addAll(places);
          }
        });
  }

  /**
   * The oldest messages that wait for this queue, at most 200 of each institution. What waits for
   * another one is not in their way: an answer has its permit's minutes, tens of thousands of
   * inquiries have days.
   */
  List<WaitingMessage> waiting(OutgoingQueue queue) {
    List<WaitingMessage> all = new ArrayList<>();
    for (InstitutionCode institution : due(queue)) {
      Place place = new Place(institution, queue);
      // before the look: what commits during it is found by the next one
      busy.remove(place);
      List<WaitingMessage> ofOne = transactions.within(institution, () -> waitingOfOne(queue));
      if (ofOne.size() == BATCH) {
        busy.add(place);
      }
      all.addAll(ofOne);
    }
    return all;
  }

  private List<InstitutionCode> due(OutgoingQueue queue) {
    Instant now = clock.instant();
    Instant before = sweptAt.get(queue);
    boolean sweep = before == null || !now.isBefore(before.plus(sweepInterval));
    if (sweep) {
      sweptAt.put(queue, now);
    }
    return institutions.codes().stream()
        .filter(code -> sweep || busy.contains(new Place(code, queue)))
        .toList();
  }

  private List<WaitingMessage> waitingOfOne(OutgoingQueue queue) {
    return jdbc.sql(
            """
            select institution_code, queue, message_type, number, duplicate_id, body,
                   request_received_at, outcome, created_at, trace_parent
              from outbox
             where queue = :queue
             order by id
             limit :batch
            """)
        .param("queue", queue.name())
        .param("batch", BATCH)
        .query(
            (row, index) ->
                new WaitingMessage(
                    new OutgoingMessage(
                        new InstitutionCode(row.getString("institution_code")),
                        OutgoingQueue.valueOf(row.getString("queue")),
                        row.getString("message_type"),
                        new ProcessingNumber(row.getString("number")),
                        row.getString("duplicate_id"),
                        row.getBytes("body"),
                        answered(row)),
                    row.getObject("created_at", OffsetDateTime.class).toInstant(),
                    row.getString("trace_parent")))
        .list();
  }

  private static @Nullable Answered answered(ResultSet row) throws SQLException {
    OffsetDateTime receivedAt = row.getObject("request_received_at", OffsetDateTime.class);
    return receivedAt == null
        ? null
        : new Answered(receivedAt.toInstant(), row.getString("outcome"));
  }

  /** Removes what the broker has on disk now. */
  void published(List<WaitingMessage> messages) {
    for (InstitutionCode institution : institutions.codes()) {
      String[] ids =
          messages.stream()
              .map(WaitingMessage::message)
              .filter(message -> message.institution().equals(institution))
              .map(OutgoingMessage::duplicateId)
              .toArray(String[]::new);
      if (ids.length > 0) {
        transactions.run(
            institution,
            () ->
                jdbc.sql("delete from outbox where duplicate_id = any(:ids)")
                    .param("ids", ids)
                    .update());
      }
    }
  }
}
