package jp.chukan.gateway.inquiry;

import static jp.chukan.gateway.testing.TestKeys.ADACHI;
import static jp.chukan.gateway.testing.TestKeys.ISHINOMAKI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.gateway.kernel.JobProgress;
import jp.chukan.gateway.record.ProvisionRecord;
import jp.chukan.gateway.record.RecordOutcome;
import jp.chukan.gateway.record.RecordSide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

@DisplayName("回答期限")
class ExpireInquiriesIT {
  private static final ExchangeBed BED = new ExchangeBed();

  @BeforeEach
  void endWhatIsLeft() {
    BED.dataSource.work();
    BED.clock.advance(InquiryRow.TIME_LIMIT.multipliedBy(2));
    expire();
  }

  @ParameterizedTest // MS-74, MS-78
  @EnumSource(
      value = InquiryState.class,
      names = {"ACCEPTED", "SENT"})
  void whatNobodyAnsweredEndsAtItsTimeAndNotBeforeWithOneRecord(InquiryState state) {
    ProcessingNumber number = BED.inquiry(state);
    BED.clock.advance(InquiryRow.TIME_LIMIT.minusMillis(1));
    assertThat(expire()).isZero();
    assertThat(BED.state(number)).isEqualTo(state);
    BED.clock.advance(Duration.ofMillis(1));
    assertThat(expire()).isEqualTo(1);
    assertThat(expire()).isZero();
    assertThat(BED.row(number))
        .containsEntry("state", "UNANSWERED")
        .containsEntry("error_code", ErrorCode.SKI_UNANSWERED.id())
        .doesNotContainEntry("concluded_at", null);
    assertThat(BED.records(number))
        .extracting(ProvisionRecord::side, ProvisionRecord::outcome, ProvisionRecord::errorCode)
        .containsExactly(
            tuple(RecordSide.INQUIRER, RecordOutcome.UNANSWERED, ErrorCode.SKI_UNANSWERED.id()));
    assertThat(BED.records(number).get(0).linkageCode()).isNotNull();
  }

  @ParameterizedTest // MS-78
  @EnumSource(
      value = InquiryState.class,
      mode = Mode.EXCLUDE,
      names = {"ACCEPTED", "SENT"})
  void whatHasEndedStaysAsItIs(InquiryState state) {
    ProcessingNumber number = BED.inquiry(state);
    Map<String, @Nullable Object> row = BED.row(number);
    BED.clock.advance(InquiryRow.TIME_LIMIT);
    assertThat(expire()).isZero();
    assertThat(BED.row(number)).isEqualTo(row);
    assertThat(BED.records(number)).isEmpty();
  }

  @Test // MS-96
  void theInquiriesOfAnotherInstitutionAreLeftAlone() {
    InquiryRow foreign = new InquiryRow();
    foreign.institution = ADACHI;
    BED.inquiry(foreign);
    BED.clock.advance(InquiryRow.TIME_LIMIT);
    assertThat(expire()).isZero();
    assertThat(BED.state(foreign.number)).isEqualTo(InquiryState.SENT);
  }

  @Test // MS-74, MS-78
  void severalNodesAtOnceEndEachInquiryOnce() throws InterruptedException, ExecutionException {
    List<ProcessingNumber> numbers =
        IntStream.range(0, 450).mapToObj(n -> BED.inquiry(InquiryState.SENT)).toList();
    BED.clock.advance(InquiryRow.TIME_LIMIT);
    Map<String, Long> before = BED.counts();
    int ended = 0;
    try (ExecutorService nodes = Executors.newFixedThreadPool(3)) {
      List<Callable<Integer>> tasks = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        tasks.add(ExpireInquiriesIT::expire);
      }
      for (Future<Integer> task : nodes.invokeAll(tasks)) {
        ended += task.get();
      }
    }
    ended += expire(); // what one node skipped because another held it
    assertThat(ended).isEqualTo(numbers.size());
    assertThat(BED.changesSince(before))
        .isEqualTo(Map.of("provision_record", 450L, "record_leaf", 450L));
  }

  @Test // MS-74, MS-80
  void whatIsKilledAtAnyLineLeavesNothingHalfDone() {
    ProcessingNumber number = BED.inquiry(InquiryState.SENT);
    BED.clock.advance(InquiryRow.TIME_LIMIT);
    Map<String, Long> before = BED.counts();
    int step = 1;
    while (failsAfter(step)) {
      assertThat(BED.counts()).as("after step %d", step).isEqualTo(before);
      assertThat(BED.state(number)).isEqualTo(InquiryState.SENT);
      step++;
    }
    assertThat(step).as("steps that were broken off").isGreaterThan(4);
    BED.dataSource.work();
    expire();
    assertThat(BED.records(number)).hasSize(1);
  }

  private static boolean failsAfter(int step) {
    BED.dataSource.failAfter(step);
    try {
      expire();
      return false;
    } catch (RuntimeException brokenOff) {
      return true;
    }
  }

  private static int expire() {
    return BED.bean(ExpireInquiries.class).expire(ISHINOMAKI, JobProgress.unfollowed());
  }
}
