package jp.chukan.gateway.network;

import static jp.chukan.gateway.kernel.OutgoingQueue.ANSWER;
import static jp.chukan.gateway.kernel.OutgoingQueue.INQUIRY;
import static jp.chukan.gateway.testing.TestKeys.ISHINOMAKI;
import static jp.chukan.gateway.testing.TestKeys.TSUKUBA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.SystemIdentifier;
import jp.chukan.contract.message.NetworkInquiry;
import jp.chukan.contract.message.ProvisionAnswer;
import jp.chukan.gateway.kernel.OutgoingMessage;
import jp.chukan.gateway.kernel.OutgoingMessage.Answered;
import jp.chukan.gateway.kernel.OutgoingQueue;
import jp.chukan.gateway.kernel.ServedInstitutions;
import jp.chukan.gateway.kernel.ServedInstitutions.Institution;
import jp.chukan.gateway.network.OutboxDepths.OutboxDepth;
import jp.chukan.gateway.testing.ProvisionDraft;
import jp.chukan.gateway.testing.TestClock;
import jp.chukan.gateway.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("送信待ち")
class DatabaseOutboxIT {
  private static final Duration SWEEP = Duration.ofSeconds(2);

  private final TestDatabase database = TestDatabase.migrated();
  private final TestClock clock = new TestClock();
  private @Nullable String traceParent;
  private final DatabaseOutbox outbox = outbox();

  private DatabaseOutbox outbox() {
    return new DatabaseOutbox(
        database.jdbc(),
        database.transactions(),
        new ServedInstitutions(List.of(institution(ISHINOMAKI), institution(TSUKUBA))),
        () -> traceParent,
        clock,
        SWEEP);
  }

  private static Institution institution(InstitutionCode code) {
    return new Institution(
        code, "架空市", new SystemIdentifier("T000000001"), URI.create("https://localhost/hub"));
  }

  @BeforeEach
  void sweep() {
    assertThat(outbox.waiting(INQUIRY)).isEmpty();
  }

  @Test // MS-80
  void whatWasPutIsFoundAtOnceInItsOrderWithItsQueueUntilItIsPublished() {
    List<OutgoingMessage> messages = messages(ISHINOMAKI, INQUIRY, 3);
    database.transactions().run(ISHINOMAKI, () -> outbox.putAll(messages));
    List<WaitingMessage> waiting = outbox.waiting(INQUIRY);
    assertThat(waiting)
        .extracting(WaitingMessage::message)
        .usingRecursiveFieldByFieldElementComparator()
        .containsExactlyElementsOf(messages);
    outbox.published(waiting);
    clock.advance(SWEEP);
    assertThat(outbox.waiting(INQUIRY)).isEmpty();
  }

  @Test // MS-80
  void moreThanOneLookTakesIsFoundByTheNext() {
    database
        .transactions()
        .run(ISHINOMAKI, () -> outbox.putAll(messages(ISHINOMAKI, INQUIRY, 450)));
    for (int expected : new int[] {200, 200, 50, 0}) {
      List<WaitingMessage> waiting = outbox.waiting(INQUIRY);
      assertThat(waiting).hasSize(expected);
      outbox.published(waiting);
    }
  }

  @Test // MS-80, MS-13
  void anAnswerDoesNotWaitBehindInquiries() {
    List<OutgoingMessage> answer = messages(ISHINOMAKI, ANSWER, 1);
    database
        .transactions()
        .run(
            ISHINOMAKI,
            () -> {
              outbox.putAll(messages(ISHINOMAKI, INQUIRY, 450));
              outbox.putAll(answer);
            });
    List<WaitingMessage> answers = outbox.waiting(ANSWER);
    assertThat(answers)
        .extracting(WaitingMessage::message)
        .usingRecursiveFieldByFieldElementComparator()
        .containsExactlyElementsOf(answer);
    outbox.published(answers);
    assertThat(outbox.waiting(ANSWER)).isEmpty();
    assertThat(outbox.waiting(INQUIRY)).hasSize(200);
  }

  @Test // MS-80
  void whatWasRolledBackNeverLeaves() {
    assertThatThrownBy(
            () ->
                database
                    .transactions()
                    .run(
                        ISHINOMAKI,
                        () -> {
                          outbox.putAll(messages(ISHINOMAKI, INQUIRY, 1));
                          throw new IllegalStateException("the decision failed");
                        }))
        .isInstanceOf(IllegalStateException.class);
    clock.advance(SWEEP);
    assertThat(outbox.waiting(INQUIRY)).isEmpty();
  }

  @Test // MS-80
  void theSweepFindsWhatAProcessLeftThatDied() {
    DatabaseOutbox ofTheDead = outbox();
    database.transactions().run(TSUKUBA, () -> ofTheDead.putAll(messages(TSUKUBA, INQUIRY, 1)));
    clock.advance(SWEEP.minusMillis(1));
    assertThat(outbox.waiting(INQUIRY)).isEmpty();
    clock.advance(Duration.ofMillis(1));
    assertThat(outbox.waiting(INQUIRY)).hasSize(1);
  }

  @Test // MS-80
  void whatWasNotPublishedIsFoundAgainByTheSweep() {
    database.transactions().run(ISHINOMAKI, () -> outbox.putAll(messages(ISHINOMAKI, INQUIRY, 1)));
    assertThat(outbox.waiting(INQUIRY)).hasSize(1);
    clock.advance(SWEEP);
    assertThat(outbox.waiting(INQUIRY)).hasSize(1);
  }

  @Test // MS-95, MS-96
  @DisplayName("送信を待つ件数は、団体ごと、待ち行列ごとに数える")
  void howMuchWaitsIsCountedForEachQueueOfTheInstitutionAlone() {
    OutboxDepths depths = new OutboxDepths(database.jdbc());
    database.transactions().run(TSUKUBA, () -> outbox.putAll(messages(TSUKUBA, INQUIRY, 5)));
    for (OutgoingQueue queue : List.of(INQUIRY, ANSWER)) {
      database.transactions().run(ISHINOMAKI, () -> outbox.putAll(messages(ISHINOMAKI, queue, 3)));
    }
    assertThat(database.transactions().within(ISHINOMAKI, depths::all))
        .containsExactly(
            new OutboxDepth(ANSWER, 3, clock.instant()),
            new OutboxDepth(INQUIRY, 3, clock.instant()));
  }

  @Test
  void eachMessageKeepsWhenItWasDecidedAndItsTrace() {
    for (String trace : new @Nullable String[] {"00-a-b-01", null}) {
      traceParent = trace;
      database
          .transactions()
          .run(ISHINOMAKI, () -> outbox.putAll(messages(ISHINOMAKI, INQUIRY, 1)));
    }
    traceParent = "00-c-d-01";
    assertThat(outbox.waiting(INQUIRY))
        .extracting(WaitingMessage::since, WaitingMessage::traceParent)
        .containsExactly(tuple(clock.instant(), "00-a-b-01"), tuple(clock.instant(), null));
  }

  @Test
  void anAnswerKeepsWhatItAnswers() {
    Answered answered = new Answered(clock.instant().minusSeconds(3), "PROVIDED");
    OutgoingMessage message =
        new OutgoingMessage(
            ISHINOMAKI,
            ANSWER,
            ProvisionAnswer.TYPE_ID,
            ProvisionDraft.freshNumber(),
            "answer:1",
            new byte[] {1},
            answered);
    database.transactions().run(ISHINOMAKI, () -> outbox.put(message));
    assertThat(outbox.waiting(ANSWER))
        .extracting(waiting -> waiting.message().answered())
        .containsExactly(answered);
  }

  private static List<OutgoingMessage> messages(
      InstitutionCode institution, OutgoingQueue queue, int count) {
    return IntStream.range(0, count)
        .mapToObj(
            n -> {
              var number = ProvisionDraft.freshNumber();
              return new OutgoingMessage(
                  institution,
                  queue,
                  NetworkInquiry.TYPE_ID,
                  number,
                  "inquiry:" + institution + ":" + number,
                  new byte[] {(byte) n},
                  null);
            })
        .toList();
  }
}
