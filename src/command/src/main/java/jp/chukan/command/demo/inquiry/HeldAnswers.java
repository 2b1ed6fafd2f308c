package jp.chukan.command.demo.inquiry;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import jp.chukan.command.demo.DemoScene;
import jp.chukan.command.inquiry.PermittedTuple;
import jp.chukan.command.inquiry.PlannedLine;
import jp.chukan.command.inquiry.Prediction;
import jp.chukan.command.inquiry.ResultCheck;
import jp.chukan.contract.code.InquiryStatus;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.inquiryfile.ResultLine;
import org.jspecify.annotations.Nullable;

/** Holds what came back against what was predicted, and against what the providers hold (JN-13). */
final class HeldAnswers implements ResultCheck.Answer {
  private final DemoScene scene;
  private final Prediction prediction;
  private final int total;
  private final AtomicInteger done = new AtomicInteger();

  /**
   * @param total how many lines will be looked at
   */
  HeldAnswers(DemoScene scene, Prediction prediction, int total) {
    this.scene = scene;
    this.prediction = prediction;
    this.total = total;
  }

  @Override
  public @Nullable String faultOf(PlannedLine planned, PermittedTuple tuple, ResultLine line) {
    scene.progress().report(done.incrementAndGet(), total);
    var expected =
        switch (prediction.state(planned)) {
          case "PROVIDED" -> InquiryStatus.COMPLETED;
          case "DECLINED" -> InquiryStatus.DECLINED;
          default -> InquiryStatus.UNANSWERED;
        };
    if (line.status() != expected) {
      return "%s %s from %s instead of %s"
          .formatted(line.status(), line.errorCode(), tuple.provider(), expected);
    }
    if (!tuple.provider().equals(line.provider())) {
      return "another provider than the one that was asked";
    }
    return expected == InquiryStatus.COMPLETED ? contentFault(line) : declinedFault(line);
  }

  private @Nullable String contentFault(ResultLine line) {
    var number = line.processingNumber();
    if (number == null) {
      return "provided without a 処理通番";
    }
    var held = values(number);
    if (held.stream().allMatch(String::isEmpty)) {
      return "its provider holds nothing";
    }
    return held.equals(line.values()) ? null : "content differs from what the provider holds";
  }

  private static @Nullable String declinedFault(ResultLine line) {
    return line.errorCode() == null || line.values().stream().anyMatch(value -> !value.isEmpty())
        ? "declined without a reason, or with content"
        : null;
  }

  private List<String> values(ProcessingNumber number) {
    try {
      var values = new ArrayList<String>();
      JsonNode items =
          scene.control().get("/control/exchanges/" + number.value() + "/original").path("items");
      items.forEach(value -> values.add(value.isNull() ? "" : value.asText()));
      return values;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
