package jp.chukan.gateway.record.seal;

import static jp.chukan.gateway.testing.TestKeys.ISHINOMAKI;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import jp.chukan.gateway.kernel.JobProgress;
import jp.chukan.gateway.record.stamp.StampOutcome;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Which heads are brought to the authority. */
final class StampHeadsIT {
  private final EvidenceBed bed = new EvidenceBed();
  private final List<byte[]> brought = new ArrayList<>();
  private final StampHeads stamping =
      new StampHeads(
          bed.database.transactions(),
          bed.heads,
          signed -> {
            brought.add(signed);
            return new StampOutcome.WithoutAuthority();
          },
          bed.clock);

  @Test // JN-19
  @DisplayName("時計が進んでいた間の先頭には、タイムスタンプを求めない")
  void aHeadOfTheFutureIsNotStamped() {
    bed.clock.advance(Duration.ofMinutes(10));
    bed.keepRecords(1);
    bed.seal();
    bed.clock.advance(Duration.ofMinutes(-10));
    stamp();
    bed.keepRecords(1);
    bed.seal();
    stamp();
    assertThat(brought).isEmpty();
  }

  @Test // JN-19
  @DisplayName("時計が追いつけば、次の先頭がそれまでの葉をすべて証明する")
  void oneThatIsSignedLaterCoversAllOfThem() {
    bed.clock.advance(Duration.ofMinutes(10));
    bed.keepRecords(1);
    bed.seal();
    bed.clock.advance(Duration.ofMinutes(-10));
    bed.clock.advance(Duration.ofMinutes(11));
    bed.keepRecords(1);
    bed.seal();
    stamp();
    assertThat(brought).containsExactly(bed.newestHead().signed().bytes());
    assertThat(bed.newestHead().treeSize()).isEqualTo(2);
    assertThat(bed.newestHead().signedAt()).isEqualTo(bed.clock.instant());
  }

  private void stamp() {
    stamping.stamp(ISHINOMAKI, JobProgress.unfollowed());
  }
}
