package jp.chukan.command.demo.inquiry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import jp.chukan.command.client.InquiryClient;
import jp.chukan.command.demo.DemoScene;
import jp.chukan.command.demo.DemoStep;
import jp.chukan.command.demo.StepOutcome;
import jp.chukan.command.installation.Waiting;
import jp.chukan.contract.code.InquiryStatus;
import jp.chukan.contract.error.ErrorCode;

/**
 * An answer that is not the one that was asked for is refused, kept with its reason and shown; the
 * inquiry waits on and ends with the right one (MS-21, MS-78, JN-13).
 */
final class RefuseBadAnswers implements DemoStep {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /**
   * A defect and what the server says to it.
   *
   * @param fault what the network is told to do
   * @param thenRight whether the right answer comes as well; else it came before
   * @param expected the server's code
   */
  private record Defect(String fault, boolean thenRight, ErrorCode expected) {}

  private static final List<Defect> DEFECTS =
      List.of(
          new Defect("CONFLICTING", false, ErrorCode.SKI_ANSWER_REPEATED),
          new Defect("FOREIGN", true, ErrorCode.SKI_ANSWER_FOREIGN),
          new Defect("UNASKED", true, ErrorCode.SKI_ANSWER_UNASKED),
          new Defect("TAMPERED_ENVELOPE", true, ErrorCode.SKI_ANSWER_ENVELOPE),
          new Defect("TAMPERED_WRAPPER", true, ErrorCode.SCM_SIGNATURE),
          new Defect("OTHER_SIGNER", true, ErrorCode.SKI_ANSWER_SIGNER),
          new Defect("OTHER_ITEMS", true, ErrorCode.SKI_ANSWER_CONTENT),
          new Defect("WRONG_PATH", true, ErrorCode.SKI_ANSWER_PATH),
          new Defect("EXPIRED_PERMIT", true, ErrorCode.SKI_ANSWER_PERMIT));

  private final InquiryScene inquiry;

  RefuseBadAnswers(InquiryScene inquiry) {
    this.inquiry = inquiry;
  }

  @Override
  public String title() {
    return "second, foreign, unasked, tampered answers refused, the right ones taken";
  }

  @Override
  public StepOutcome run(DemoScene scene) throws IOException {
    var said = new ArrayList<String>();
    boolean met = isTakenOnce(scene);
    for (var defect : DEFECTS) {
      scene.progress().report(said.size(), DEFECTS.size());
      int before = count(scene, defect.expected());
      var result = spoilt(scene, defect.fault(), defect.thenRight());
      Waiting.until(PATIENCE, () -> countUnchecked(scene, defect.expected()) > before);
      boolean refused = count(scene, defect.expected()) == before + 1;
      boolean ended = result == InquiryStatus.COMPLETED;
      met &= refused && ended;
      said.add(
          "%s %s%s"
              .formatted(
                  defect.fault(),
                  refused ? defect.expected().id() : "NOT REFUSED",
                  ended ? "" : " but then " + result));
    }
    return StepOutcome.of(met, String.join(", ", said));
  }

  /** The same bytes twice are one answer. */
  private boolean isTakenOnce(DemoScene scene) throws IOException {
    int before = inquiry.client(scene).refusedAnswers().size();
    return spoilt(scene, "DOUBLE", false) == InquiryStatus.COMPLETED
        && inquiry.client(scene).refusedAnswers().size() == before;
  }

  private InquiryStatus spoilt(DemoScene scene, String fault, boolean thenRight)
      throws IOException {
    scene
        .control()
        .post(
            "/control/answer-faults",
            order ->
                order
                    .put("fault", fault)
                    .put("count", 1)
                    .put("thenRight", thenRight)
                    .put("delayMillis", 500));
    return MessageInquiry.again(scene, inquiry).sendAndAwait().status();
  }

  private int count(DemoScene scene, ErrorCode code) throws IOException {
    return count(inquiry.client(scene), code);
  }

  private static int count(InquiryClient client, ErrorCode code) throws IOException {
    int count = 0;
    for (var answer : client.refusedAnswers()) {
      if (answer.path("errorCode").asText().equals(code.id())) {
        count++;
      }
    }
    return count;
  }

  private int countUnchecked(DemoScene scene, ErrorCode code) {
    try {
      return count(scene, code);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
