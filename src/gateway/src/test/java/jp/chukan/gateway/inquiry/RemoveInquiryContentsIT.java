package jp.chukan.gateway.inquiry;

import static jp.chukan.gateway.testing.TestKeys.ADACHI;
import static jp.chukan.gateway.testing.TestKeys.ISHINOMAKI;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.gateway.kernel.JobProgress;
import jp.chukan.gateway.record.Communication;
import jp.chukan.gateway.record.Communication.Direction;
import jp.chukan.gateway.testing.ProvisionDraft;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("照会結果の保管期限")
class RemoveInquiryContentsIT {
  private static final ExchangeBed BED = new ExchangeBed();

  private final String reception = "R" + ProvisionDraft.freshNumber().value().substring(1);

  @BeforeEach
  void work() {
    BED.dataSource.work();
  }

  @Test // JN-40
  void contentsGoWhenTheirTimeIsOverAndTheEndAndItsRecordStay() {
    ProcessingNumber answered = inquiry(InquiryState.SENT);
    ProcessingNumber malformed = inquiry(InquiryState.MALFORMED);
    BED.receive(BED.draft(answered).message());
    BED.clock.advance(ExchangeBed.RETENTION.minusMillis(1));
    assertThat(remove()).isZero();
    assertThat(BED.row(answered)).doesNotContainEntry("content", null);
    BED.clock.advance(Duration.ofMillis(1));
    assertThat(remove()).isEqualTo(1);
    assertThat(remove()).isZero();
    assertThat(BED.row(answered))
        .containsEntry("content", null)
        .containsEntry("line", null)
        .containsEntry("state", "PROVIDED");
    assertThat(BED.row(malformed)).containsEntry("line", null).containsEntry("state", "MALFORMED");
    assertThat(BED.records(answered)).hasSize(1);
    assertThat(removedAt()).isNotNull();
    assertThat(BED.communications(reception))
        .singleElement()
        .extracting(Communication::direction)
        .isEqualTo(Direction.REMOVED);
  }

  @Test // JN-40
  void aRequestOfWhichOneInquiryIsStillOpenKeepsEverything() {
    inquiry(InquiryState.SENT);
    ProcessingNumber refused = inquiry(InquiryState.REFUSED);
    BED.clock.advance(ExchangeBed.RETENTION.multipliedBy(2));
    assertThat(remove()).isZero();
    assertThat(BED.row(refused)).doesNotContainEntry("line", null);
    assertThat(removedAt()).isNull();
  }

  @Test // JN-40
  void theTimeBeginsWithTheEndOfTheLastInquiry() {
    ProcessingNumber late = inquiry(InquiryState.SENT);
    inquiry(InquiryState.REFUSED);
    BED.clock.advance(InquiryRow.TIME_LIMIT.minusSeconds(1));
    BED.receive(BED.draft(late).message());
    BED.clock.advance(ExchangeBed.RETENTION.minusSeconds(1));
    assertThat(remove()).isZero();
    BED.clock.advance(Duration.ofSeconds(1));
    assertThat(remove()).isEqualTo(1);
  }

  @Test // MS-96
  void theContentsOfAnotherInstitutionAreLeftAlone() {
    InquiryRow foreign = new InquiryRow();
    foreign.institution = ADACHI;
    foreign.state = InquiryState.PROVIDED;
    foreign.content = new byte[] {1};
    BED.inquiry(foreign);
    BED.clock.advance(ExchangeBed.RETENTION);
    assertThat(remove()).isZero();
    assertThat(BED.row(foreign.number)).doesNotContainEntry("content", null);
  }

  @Test // JN-40
  void whatIsKilledAtAnyLineLeavesNothingHalfRemoved() {
    ProcessingNumber ended = inquiry(InquiryState.PROVIDED);
    BED.clock.advance(ExchangeBed.RETENTION);
    Map<String, @Nullable Object> row = BED.row(ended);
    int step = 1;
    while (failsAfter(step) && removedAt() == null) {
      assertThat(BED.row(ended)).as("after step %d", step).isEqualTo(row);
      assertThat(BED.communications(reception)).isEmpty();
      step++;
    }
    assertThat(step).as("steps that were broken off").isGreaterThan(4);
    BED.dataSource.work();
    remove();
    assertThat(BED.communications(reception)).hasSize(1);
  }

  private static boolean failsAfter(int step) {
    BED.dataSource.failAfter(step);
    try {
      remove();
      return false;
    } catch (RuntimeException brokenOff) {
      return true;
    }
  }

  private ProcessingNumber inquiry(InquiryState state) {
    InquiryRow row = new InquiryRow();
    row.state = state;
    row.reception = reception;
    row.line = new byte[] {1, 2, 3};
    row.content = state == InquiryState.PROVIDED ? new byte[] {4, 5, 6} : null;
    return BED.inquiry(row);
  }

  private static int remove() {
    return BED.bean(RemoveInquiryContents.class).remove(ISHINOMAKI, JobProgress.unfollowed());
  }

  private @Nullable Object removedAt() {
    return BED.database
        .everything()
        .sql("select removed_at from inquiry_request where reception_number = ?")
        .param(reception)
        .query()
        .singleRow()
        .get("removed_at");
  }
}
