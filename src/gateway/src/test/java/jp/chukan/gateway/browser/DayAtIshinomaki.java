package jp.chukan.gateway.browser;

import static jp.chukan.gateway.testing.TestKeys.ISHINOMAKI;
import static jp.chukan.gateway.testing.TestKeys.NETWORK;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.LinkageCode;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.document.PermittedInquiry;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.message.ProvisionAnswer;
import jp.chukan.contract.message.ProvisionReceipt;
import jp.chukan.contract.message.ProvisionRequest;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.permission.PermissionMatchingLists;
import jp.chukan.gateway.permission.TestPermissionLists;
import jp.chukan.gateway.record.Communication;
import jp.chukan.gateway.record.Communication.Direction;
import jp.chukan.gateway.record.CommunicationLog;
import jp.chukan.gateway.record.ProvisionRecord;
import jp.chukan.gateway.record.ProvisionRecords;
import jp.chukan.gateway.record.RecordOutcome;
import jp.chukan.gateway.record.RecordSide;
import jp.chukan.gateway.testing.ProvisionDraft;
import jp.chukan.gateway.testing.RunningGateway;
import org.jspecify.annotations.Nullable;

/** An ordinary morning at a fictitious 石巻市, the same each time: what the pictures show. */
final class DayAtIshinomaki {
  static final Instant MORNING = Instant.parse("2026-11-02T01:00:00Z");

  /** 「処理通番」 of the exchange that is followed from end to end. */
  static final String FOLLOWED = "TK20261102000000000000000000A017";

  private static final Instant ASKED = MORNING.minus(Duration.ofHours(17));
  private static final Instant RELEASED = MORNING.minus(Duration.ofMinutes(52));
  private static final InstitutionCode SENDAI = new InstitutionCode("0220104100101700");
  private static final InstitutionCode SAPPORO = new InstitutionCode("0220101100101700");
  private static final InstitutionCode SETAGAYA = new InstitutionCode("0220113112101700");
  private static final List<InstitutionCode> INQUIRERS =
      List.of(ProvisionDraft.MINISTER, SENDAI, SAPPORO, SETAGAYA);
  private static final int DAYS = 14;

  private final RunningGateway gateway;

  private DayAtIshinomaki(RunningGateway gateway) {
    this.gateway = gateway;
  }

  static void happensAt(RunningGateway gateway) {
    DayAtIshinomaki day = new DayAtIshinomaki(gateway);
    day.publishList();
    day.fetchList();
    day.holdCases();
    day.inquire();
    gateway
        .context()
        .getBean(InstitutionTransactions.class)
        .run(
            ISHINOMAKI,
            () -> {
              day.keepRecords();
              day.followOne();
            });
  }

  private void publishList() {
    TestPermissionLists.on(gateway.database(), () -> MORNING)
        .inForce(
            118,
            MORNING.minus(Duration.ofDays(4)),
            INQUIRERS.stream()
                .map(
                    inquirer ->
                        new PermittedInquiry(
                            inquirer,
                            ProvisionDraft.AFFAIR,
                            ProvisionDraft.PROCEDURE,
                            ISHINOMAKI,
                            ProvisionDraft.RESIDENT_RECORD,
                            LocalDate.of(2026, 4, 1),
                            null))
                .toArray(PermittedInquiry[]::new));
    TestPermissionLists.refresh(gateway.context().getBean(PermissionMatchingLists.class));
  }

  /** There is no network that morning; the job that asks it for the list had asked before. */
  private void fetchList() {
    await()
        .until(
            () ->
                gateway
                        .database()
                        .everything()
                        .sql(
                            """
                            update job_state
                               set outcome = 'DONE', succeeded_at = ended_at, error = null,
                                   failures = 0, failing_since = null
                             where job = 'fetch-permission-matching-list' and failures > 0
                            """)
                        .update()
                    == 1);
  }

  private void holdCases() {
    List<Duration> left =
        List.of(
            Duration.ofMinutes(55),
            Duration.ofMinutes(130),
            Duration.ofHours(7),
            Duration.ofHours(19),
            Duration.ofHours(44));
    List<String> reasons =
        List.of("FLAGGED", "NO_REPLICA", "FLAGGED", "LAYOUT_MISMATCH", "FLAGGED");
    for (int i = 0; i < left.size(); i++) {
      gateway
          .database()
          .everything()
          .sql(
              """
              insert into provision_request
              values (:institution, :number, sha256('x'), :at);
              insert into approval_case (institution_code, case_id, processing_number,
                inquirer_code, affair_code, information_code, reason, state, received_at,
                permit_expires_at, request)
              values (:institution, :case, :number, :inquirer, :affair, :information, :reason,
                :state, :at, :expires, '')
              """)
          .param("institution", ISHINOMAKI.value())
          .param("number", number("TK", 40 + i))
          .param("case", number("RC", 40 + i))
          .param("inquirer", INQUIRERS.get(i % INQUIRERS.size()).value())
          .param("affair", ProvisionDraft.AFFAIR.value())
          .param("information", ProvisionDraft.RESIDENT_RECORD.value())
          .param("reason", reasons.get(i))
          .param("state", i == 1 ? "PREPARED" : "AWAITING")
          .param("at", MORNING.minus(Duration.ofMinutes(20L + 37 * i)).atOffset(ZoneOffset.UTC))
          .param("expires", MORNING.plus(left.get(i)).atOffset(ZoneOffset.UTC))
          .update();
    }
  }

  private void inquire() {
    gateway
        .database()
        .everything()
        .sql(
            """
            insert into inquiry_request
            values (:institution, :reception, 'FILE', 'P640R110_202611020001.DAT', sha256('x'), 9,
              :at, null);
            insert into inquiry (institution_code, processing_number, reception_number,
              line_number, state, error_code, received_at, answer_until)
            select :institution, 'SK202611020000000000000000000B' || (100 + n), :reception, n,
                   case when n > 6 then 'SENT' else 'PROVIDED' end, null, :at,
                   :at + interval '72 hours'
              from generate_series(1, 9) as n
            """)
        .param("institution", ISHINOMAKI.value())
        .param("reception", number("RC", 7))
        .param("at", MORNING.minus(Duration.ofMinutes(50)).atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Fewer at weekends; now and then one refused or held. */
  private void keepRecords() {
    List<ProvisionRecord> records = new ArrayList<>();
    int count = 1000;
    for (int day = DAYS - 1; day >= 0; day--) {
      Instant morning = MORNING.minus(Duration.ofDays(day));
      boolean weekend = morning.atOffset(ZoneOffset.UTC).getDayOfWeek().getValue() > 5;
      int provided = weekend ? 3 : 31 + (day * 17) % 23;
      count = add(records, count, provided, RecordOutcome.PROVIDED, null, morning);
      count =
          add(records, count, day % 4, RecordOutcome.REFUSED, ErrorCode.TKY_NOT_ON_LIST, morning);
      count =
          add(
              records,
              count,
              weekend ? 0 : day % 3,
              RecordOutcome.AWAITING_APPROVAL,
              null,
              morning);
    }
    records.add(record(FOLLOWED, RecordOutcome.AWAITING_APPROVAL, null, ASKED.plusMillis(180)));
    records.add(record(FOLLOWED, RecordOutcome.PROVIDED, null, RELEASED));
    records.sort(Comparator.comparing(ProvisionRecord::decidedAt));
    gateway.context().getBean(ProvisionRecords.class).append(records);
  }

  private static int add(
      List<ProvisionRecord> records,
      int from,
      int many,
      RecordOutcome outcome,
      @Nullable ErrorCode error,
      Instant morning) {
    for (int i = 0; i < many; i++) {
      records.add(
          record(number("TK", from + i), outcome, error, morning.minusSeconds(40L * i + 300)));
    }
    return from + many;
  }

  private static ProvisionRecord record(
      String number, RecordOutcome outcome, @Nullable ErrorCode error, Instant at) {
    return new ProvisionRecord(
        ISHINOMAKI,
        RecordSide.PROVIDER,
        new ProcessingNumber(number),
        INQUIRERS.get(Math.floorMod(number.hashCode(), INQUIRERS.size())),
        ISHINOMAKI,
        ProvisionDraft.AFFAIR,
        ProvisionDraft.PROCEDURE,
        ProvisionDraft.RESIDENT_RECORD,
        Collections.nCopies(3, ProvisionDraft.HEAD_FLAG),
        new LinkageCode("fictitious-linkage-code"),
        null,
        null,
        at,
        at,
        at,
        outcome,
        error == null ? null : error.id());
  }

  /** Asked, held, released by two people, answered, receipt. */
  private void followOne() {
    gateway
        .context()
        .getBean(CommunicationLog.class)
        .append(
            List.of(
                message(Direction.RECEIVED, ProvisionRequest.TYPE_ID, ASKED),
                message(Direction.SENT, ProvisionAnswer.TYPE_ID, RELEASED.plusSeconds(1)),
                message(Direction.RECEIVED, ProvisionReceipt.TYPE_ID, RELEASED.plusSeconds(2))));
  }

  private static Communication message(Direction direction, String type, Instant at) {
    return new Communication(ISHINOMAKI, direction, NETWORK, type, FOLLOWED, null, at);
  }

  private static String number(String kind, int count) {
    return "%s20261102%021dA".formatted(kind, count);
  }
}
