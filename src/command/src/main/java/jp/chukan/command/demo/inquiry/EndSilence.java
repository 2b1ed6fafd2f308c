package jp.chukan.command.demo.inquiry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.stream.StreamSupport;
import jp.chukan.command.demo.DemoScene;
import jp.chukan.command.demo.DemoStep;
import jp.chukan.command.demo.StepOutcome;
import jp.chukan.command.installation.Waiting;
import jp.chukan.contract.code.InquiryStatus;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.message.InquiryResult;

/**
 * What nobody answers ends at the time limit, and an answer that comes afterwards changes nothing
 * (MS-21, MS-78). The server is started again with a short limit for it.
 */
final class EndSilence implements DemoStep {
  private static final Duration LIMIT = Duration.ofSeconds(8);
  private static final Duration LATE = LIMIT.multipliedBy(2);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final InquiryScene inquiry;

  EndSilence(InquiryScene inquiry) {
    this.inquiry = inquiry;
  }

  @Override
  public String title() {
    return "silence ended by the time limit, a late answer refused";
  }

  @Override
  public StepOutcome run(DemoScene scene) throws IOException {
    // what the file brought is looked up before the server goes away
    inquiry.results(scene);
    scene.installation().restartGateway("--chukan.inquiry.time-limit=" + LIMIT.toSeconds() + "s");
    try {
      var late = late(scene);
      var number = String.valueOf(late.processingNumber());
      Waiting.until(PATIENCE, () -> isRefused(scene, number));
      boolean refused = isRefused(scene, number);
      var silent = silent(scene);
      return StepOutcome.of(
          isUnanswered(silent) && isUnanswered(late) && refused,
          "silent %s %s, late %s %s, its answer %s"
              .formatted(
                  silent.status(),
                  silent.errorCode(),
                  late.status(),
                  late.errorCode(),
                  refused ? "refused with " + ErrorCode.SKI_ANSWER_LATE.id() : "NOT refused"));
    } finally {
      scene.installation().restartGateway();
    }
  }

  private InquiryResult.Result late(DemoScene scene) throws IOException {
    scene
        .control()
        .post(
            "/control/answer-faults",
            order ->
                order.put("fault", "LATE").put("count", 1).put("delayMillis", LATE.toMillis()));
    return MessageInquiry.again(scene, inquiry).sendAndAwait();
  }

  private InquiryResult.Result silent(DemoScene scene) throws IOException {
    var message = MessageInquiry.again(scene, inquiry);
    var behaviour = "/control/providers/%s/behaviour".formatted(message.tuple().provider());
    int refused = behave(scene, behaviour, 0, 100);
    try {
      return message.sendAndAwait();
    } finally {
      behave(scene, behaviour, refused, 0);
    }
  }

  /** Returns the share that was refused before. */
  private static int behave(DemoScene scene, String provider, int refused, int silent)
      throws IOException {
    int before = scene.control().post(provider, unchanged -> {}).path("refusedPercent").asInt();
    scene
        .control()
        .post(
            provider, change -> change.put("refusedPercent", refused).put("silentPercent", silent));
    return before;
  }

  private static boolean isUnanswered(InquiryResult.Result result) {
    return result.status() == InquiryStatus.UNANSWERED
        && ErrorCode.SKI_UNANSWERED.id().equals(result.errorCode())
        && result.items().isEmpty();
  }

  private boolean isRefused(DemoScene scene, String number) {
    try {
      return StreamSupport.stream(inquiry.client(scene).refusedAnswers().spliterator(), false)
          .anyMatch(
              answer ->
                  answer.path("processingNumber").asText().equals(number)
                      && answer.path("errorCode").asText().equals(ErrorCode.SKI_ANSWER_LATE.id()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
