package jp.chukan.gateway.record.statistics;

import static jp.chukan.gateway.testing.TestKeys.ISHINOMAKI;
import static jp.chukan.gateway.testing.TestKeys.STRANGER;
import static jp.chukan.gateway.testing.TestKeys.TSUKUBA;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jp.chukan.contract.code.AffairCode;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.LinkageCode;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.gateway.kernel.JobProgress;
import jp.chukan.gateway.record.ProvisionRecord;
import jp.chukan.gateway.record.ProvisionRecords;
import jp.chukan.gateway.record.RecordOutcome;
import jp.chukan.gateway.record.RecordSide;
import jp.chukan.gateway.record.RecordStatistics;
import jp.chukan.gateway.record.RecordStatistics.DayCount;
import jp.chukan.gateway.testing.FollowedProgress;
import jp.chukan.gateway.testing.ProvisionDraft;
import jp.chukan.gateway.testing.TestClock;
import jp.chukan.gateway.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("統計の集計")
class KeepStatisticsIT {
  /** Noon in Japan. */
  private static final Instant NOON = Instant.parse("2026-11-04T03:00:00Z");

  private static final LocalDate FIRST = LocalDate.parse("2026-11-01");
  private static final LocalDate TODAY = LocalDate.parse("2026-11-04");
  private static final AffairCode AFFAIR = new AffairCode("JM01000000001000");
  private static final SpecificPersonalInformationCode INFORMATION =
      new SpecificPersonalInformationCode("TM00000000000001");

  private final TestDatabase database = TestDatabase.migrated();
  private final TestClock clock = new TestClock(NOON);
  private final ProvisionRecords records = new ProvisionRecords(database.jdbc());
  private final RecordStatistics statistics = new RecordStatistics(database.jdbc());
  private final KeepStatistics job =
      new KeepStatistics(database.transactions(), database.jdbc(), clock);

  @Test // MS-79, MS-93, JN-23
  @DisplayName("記録が廃棄されても件数は残り、今日の件数は記録から数える")
  void whatIsCountedStaysWhenTheRecordsGo() {
    decide(ISHINOMAKI, "2026-11-01T00:00:00Z", RecordOutcome.PROVIDED);
    decide(ISHINOMAKI, "2026-11-01T14:59:59Z", RecordOutcome.PROVIDED);
    decide(ISHINOMAKI, "2026-11-01T15:00:00Z", RecordOutcome.REFUSED);
    decide(ISHINOMAKI, "2026-11-04T01:00:00Z", RecordOutcome.PROVIDED);
    List<DayCount> before = counts(ISHINOMAKI);

    assertThat(job.keep(ISHINOMAKI, JobProgress.unfollowed())).isEqualTo(3);
    assertThat(counts(ISHINOMAKI)).isEqualTo(before);
    database
        .everything()
        .sql("delete from provision_record where decided_at < '2026-11-03 15:00+00'")
        .update();
    decide(ISHINOMAKI, "2026-11-04T02:00:00Z", RecordOutcome.PROVIDED);

    assertThat(counts(ISHINOMAKI))
        .containsExactly(
            count(FIRST, RecordOutcome.PROVIDED, 2),
            count(FIRST.plusDays(1), RecordOutcome.REFUSED, 1),
            count(TODAY, RecordOutcome.PROVIDED, 2));
  }

  @Test // MS-79
  @DisplayName("同じ日を二度数えず、日が終わるまで数えない")
  void aDayIsCountedOnceAndOnlyWhenItIsOver() {
    decide(ISHINOMAKI, "2026-11-03T03:00:00Z", RecordOutcome.PROVIDED);
    decide(ISHINOMAKI, "2026-11-04T03:00:00Z", RecordOutcome.PROVIDED);

    assertThat(job.keep(ISHINOMAKI, JobProgress.unfollowed())).isEqualTo(1);
    assertThat(job.keep(ISHINOMAKI, JobProgress.unfollowed())).isZero();
    // what was decided just before midnight may not be there yet
    clock.advance(Duration.ofMinutes(12 * 60 + 10));
    assertThat(job.keep(ISHINOMAKI, JobProgress.unfollowed())).isZero();
    clock.advance(Duration.ofMinutes(21));
    assertThat(job.keep(ISHINOMAKI, JobProgress.unfollowed())).isEqualTo(1);

    assertThat(counts(ISHINOMAKI))
        .containsExactly(
            count(LocalDate.parse("2026-11-03"), RecordOutcome.PROVIDED, 1),
            count(TODAY, RecordOutcome.PROVIDED, 1));
  }

  @Test // MS-79
  @DisplayName("中止すると、数え終えた日だけが残る")
  void whoIsToldToEndKeepsWholeDays() {
    decide(ISHINOMAKI, "2026-11-01T03:00:00Z", RecordOutcome.PROVIDED);
    decide(ISHINOMAKI, "2026-11-02T03:00:00Z", RecordOutcome.PROVIDED);
    List<DayCount> before = counts(ISHINOMAKI);

    assertThat(job.keep(ISHINOMAKI, FollowedProgress.endingAfter(1))).isEqualTo(1);
    assertThat(counts(ISHINOMAKI)).isEqualTo(before);
    assertThat(job.keep(ISHINOMAKI, JobProgress.unfollowed())).isEqualTo(2);
    assertThat(counts(ISHINOMAKI)).isEqualTo(before);
  }

  @Test // MS-96
  @DisplayName("ほかの団体の件数は混ざらない")
  void eachInstitutionHasItsOwn() {
    decide(ISHINOMAKI, "2026-11-01T03:00:00Z", RecordOutcome.PROVIDED);
    decide(TSUKUBA, "2026-11-01T03:00:00Z", RecordOutcome.REFUSED);

    job.keep(ISHINOMAKI, JobProgress.unfollowed());

    assertThat(counts(ISHINOMAKI)).containsExactly(count(FIRST, RecordOutcome.PROVIDED, 1));
    assertThat(counts(TSUKUBA)).containsExactly(count(FIRST, RecordOutcome.REFUSED, 1));
    assertThat(job.keep(TSUKUBA, JobProgress.unfollowed())).isEqualTo(3);
    assertThat(counts(TSUKUBA)).containsExactly(count(FIRST, RecordOutcome.REFUSED, 1));
  }

  private List<DayCount> counts(InstitutionCode institution) {
    return database
        .transactions()
        .within(institution, () -> statistics.byDay(FIRST, TODAY.plusDays(1)));
  }

  private static DayCount count(LocalDate day, RecordOutcome outcome, long records) {
    return new DayCount(day, RecordSide.PROVIDER, AFFAIR, INFORMATION, outcome, records);
  }

  private void decide(InstitutionCode institution, String at, RecordOutcome outcome) {
    Instant when = Instant.parse(at);
    @Nullable String error = outcome == RecordOutcome.REFUSED ? "TKY-0108" : null;
    database
        .transactions()
        .run(
            institution,
            () ->
                records.append(
                    new ProvisionRecord(
                        institution,
                        RecordSide.PROVIDER,
                        new ProcessingNumber(ProvisionDraft.freshNumber().value()),
                        STRANGER,
                        institution,
                        AFFAIR,
                        null,
                        INFORMATION,
                        List.of(),
                        new LinkageCode("fictitious-code-0001"),
                        null,
                        null,
                        when,
                        when,
                        when,
                        outcome,
                        error)));
  }
}
