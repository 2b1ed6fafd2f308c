package jp.chukan.gateway.record.purge;

import static jp.chukan.gateway.testing.TestKeys.ISHINOMAKI;
import static jp.chukan.gateway.testing.TestKeys.TSUKUBA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Period;
import jp.chukan.contract.evidence.EvidenceFault;
import jp.chukan.contract.evidence.EvidenceFinding;
import jp.chukan.contract.evidence.EvidenceReport;
import jp.chukan.gateway.kernel.JobProgress;
import jp.chukan.gateway.record.RecordLeaves;
import jp.chukan.gateway.record.seal.EvidenceBed;
import jp.chukan.gateway.testing.FollowedProgress;
import jp.chukan.gateway.testing.TestClock;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

@DisplayName("保管期限を過ぎた記録の廃棄")
class PurgeRecordsIT {
  private static final Duration LONG_AGO = Duration.ofDays(300);
  private static final RetentionSettings HALF_A_YEAR =
      new RetentionSettings(Period.ofMonths(6), Period.ofMonths(9));

  private final EvidenceBed bed =
      new EvidenceBed(new TestClock(Clock.systemUTC().instant().minus(LONG_AGO)));

  @Test // JN-32, JN-19
  @DisplayName("期限を過ぎた記録は消え、残りも消えたことも検証できる")
  void whatIsOldEnoughGoesAndTheTreeStillProvesTheRest() {
    bed.keepRecords(30);
    bed.keepOperation();
    bed.keepRecords(5);
    bed.seal();
    bed.clock.advance(LONG_AGO.minusDays(1));
    bed.keepRecords(7);
    bed.keepOperation();

    assertThat(purge(HALF_A_YEAR)).isEqualTo(36);
    assertThat(purge(HALF_A_YEAR)).isZero();

    assertThat(count("provision_record")).isEqualTo(7);
    assertThat(count("operation")).isEqualTo(1);
    bed.seal();
    EvidenceReport report = bed.verify();
    assertThat(report.findings()).isEmpty();
    assertThat(report.purged()).isEqualTo(36);
    // the two statements are leaves as well
    assertThat(report.leaves()).isEqualTo(46);
  }

  @Test // MS-62, JN-32, JN-19
  @DisplayName("廃棄を途中で止めても、消えた分は廃棄の記録とそろっている")
  void aPurgeThatIsEndedLeavesNothingHalfDone() {
    bed.keepRecords(2_500);
    bed.seal();
    bed.clock.advance(LONG_AGO);
    // somebody wants it to end while it is at work
    FollowedProgress progress = FollowedProgress.endingAfter(1);

    assertThat(purge(HALF_A_YEAR, progress)).isEqualTo(1_000);

    assertThat(progress.done()).isEqualTo(1_000);
    assertThat(progress.faults()).isEmpty();
    assertThat(count("provision_record")).isEqualTo(1_500);
    bed.seal();
    EvidenceReport ended = bed.verify();
    assertThat(ended.findings()).isEmpty();
    assertThat(ended.purged()).isEqualTo(1_000);
    assertThat(purge(HALF_A_YEAR)).as("the next run goes on").isEqualTo(1_500);
    bed.seal();
    assertThat(bed.verify().findings()).isEmpty();
  }

  @Test // JN-32
  @DisplayName("種類ごとの期限が守られる")
  void eachKindIsKeptForItsOwnTime() {
    bed.keepRecords(3);
    bed.keepOperation();
    bed.seal();
    bed.clock.advance(Duration.ofDays(200));

    assertThat(purge(HALF_A_YEAR)).isEqualTo(3);
    assertThat(count("operation")).isEqualTo(1);
  }

  @Test // JN-32
  @DisplayName("封印されていない記録は廃棄しない")
  void whatIsNotSealedStays() {
    bed.keepRecords(3);
    bed.clock.advance(LONG_AGO);

    assertThat(purge(HALF_A_YEAR)).isZero();
    assertThat(count("provision_record")).isEqualTo(3);
  }

  @Test // JN-19, JN-32
  @DisplayName("廃棄の記録のない消去は、改ざんとして見つかる")
  void aRemovalWithoutAStatementIsFound() {
    bed.keepRecords(3);
    bed.seal();
    bed.clock.advance(LONG_AGO);
    bed.database
        .transactions()
        .run(
            ISHINOMAKI,
            () ->
                bed.database
                    .jdbc()
                    .sql("select purge_records('PROVISION', now() - interval '7 months', 2)")
                    .query(Long.class)
                    .list());

    assertThat(bed.verify().findings())
        .containsExactly(new EvidenceFinding(EvidenceFault.BODY_REMOVED, 0, 1, ""));
  }

  @Test // JN-32, MS-96
  @DisplayName("最近の記録と他機関の記録は、サーバー自身の権限では廃棄できない")
  void neitherTheRecentNorTheForeignIsPurged() {
    bed.keepRecords(3);
    bed.seal();
    assertThatThrownBy(() -> purgeBefore("now()")).isInstanceOf(DataAccessException.class);

    bed.database
        .transactions()
        .run(
            TSUKUBA,
            () ->
                assertThat(
                        bed.database
                            .jdbc()
                            .sql(
                                "select purge_records('PROVISION', now() - interval '7 months', 9)")
                            .query(Long.class)
                            .list())
                    .isEmpty());
    assertThat(count("provision_record")).isEqualTo(3);
  }

  @Test // JN-32
  @DisplayName("半年より短い期限では起動しない")
  void nothingIsForgottenAtOnce() {
    assertThatThrownBy(() -> new RetentionSettings(Period.ofMonths(5), Period.ofYears(7)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private void purgeBefore(String time) {
    bed.database
        .transactions()
        .run(
            ISHINOMAKI,
            () ->
                bed.database
                    .jdbc()
                    .sql("select purge_records('PROVISION', " + time + ", 9)")
                    .query(Long.class)
                    .list());
  }

  private int purge(RetentionSettings settings) {
    return purge(settings, JobProgress.unfollowed());
  }

  private int purge(RetentionSettings settings, JobProgress progress) {
    return new PurgeRecords(
            bed.database.transactions(),
            new RecordLeaves(bed.database.jdbc()),
            bed.database.jdbc(),
            settings,
            bed.clock)
        .purge(ISHINOMAKI, progress);
  }

  private long count(String table) {
    return bed.database
        .everything()
        .sql("select count(*) from " + table)
        .query(Long.class)
        .single();
  }
}
