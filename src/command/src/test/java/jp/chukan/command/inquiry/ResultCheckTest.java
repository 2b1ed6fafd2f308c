package jp.chukan.command.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import jp.chukan.contract.code.InquiryStatus;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.inquiryfile.ClientMessages;
import jp.chukan.contract.inquiryfile.InquiryField;
import jp.chukan.contract.inquiryfile.ResultLine;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ResultCheckTest {
  private static final InquiryPlan PLAN = InquiryPlan.withDefects(InquiryPlanTest.PARTIES, 300);

  @Test // MS-21
  void aResultAsPlannedHasNoFault() {
    assertThat(faults(results())).isEmpty();
  }

  @Test // MS-24
  void linesInAnotherOrderAreFaults() {
    var results = results();
    Collections.swap(results, 10, 20);
    assertThat(faults(results))
        .containsExactly(
            "line 11: not the line of the request", "line 21: not the line of the request");
  }

  @Test
  void aMissingLineIsAFault() {
    assertThat(faults(results().subList(0, 299))).containsExactly("299 lines for 300 inquiries");
  }

  @Test
  void anExchangeThatTwoLinesHaveIsAFault() {
    var results = results();
    results.set(2, line(2, InquiryStatus.COMPLETED, null, null, "EXCHANGE00", List.of("1")));
    assertThat(faults(results)).containsExactly("line 3: a 処理通番 that an earlier line has");
  }

  @Test
  void anAnswerThatIsJudgedWrongIsAFault() {
    assertThat(ResultCheck.faults(PLAN, results(), (planned, tuple, line) -> "wrong"))
        .hasSize(288)
        .first()
        .isEqualTo("line 1: wrong");
  }

  @Test // MS-20
  void aLineThatShouldNotHaveLeftIsAFault() {
    var results = results();
    results.set(1, line(1, InquiryStatus.COMPLETED, null, null, "EXCHANGE", List.of("1")));
    assertThat(faults(results))
        .containsExactly(
            "line 2: COMPLETED null instead of REFUSED SKI_NOT_ON_LIST",
            "line 2: content of an inquiry that never left",
            "line 2: another message than clients compare with");
  }

  @Test // MS-78
  void aMessageWithoutLineAndFieldIsAFault() {
    int tooWide = LineDefect.TOO_WIDE.ordinal() * 25 + 1;
    var results = results();
    results.set(
        tooWide,
        line(
            tooWide,
            InquiryStatus.MALFORMED,
            ErrorCode.SKI_FIELD_WIDTH,
            ErrorCode.SKI_FIELD_WIDTH.message(),
            null,
            List.of()));
    assertThat(faults(results))
        .containsExactly("line 152: its message does not tell line and field");
  }

  private static List<String> faults(List<ResultLine> results) {
    return ResultCheck.faults(PLAN, results, (planned, tuple, line) -> null);
  }

  private static List<ResultLine> results() {
    var results = new ArrayList<ResultLine>();
    for (int index = 0; index < PLAN.lines().size(); index++) {
      var planned = PLAN.lines().get(index);
      results.add(
          switch (planned.expectation()) {
            case Expectation.Leaves leaves ->
                line(index, InquiryStatus.COMPLETED, null, null, "EXCHANGE0" + index, List.of("1"));
            case Expectation.RefusedHere(var code) ->
                line(index, InquiryStatus.REFUSED, code, message(planned, code), null, List.of());
            case Expectation.Unreadable(var code, var field) ->
                line(
                    index,
                    InquiryStatus.MALFORMED,
                    code,
                    field.faultText(index + 1, code),
                    null,
                    List.of());
          });
    }
    return results;
  }

  private static String message(PlannedLine planned, ErrorCode code) {
    return switch (code) {
      case SKI_NO_LINKAGE_CODE ->
          ClientMessages.noLinkageCode(new UnifiedAddresseeNumber("999999999999999"));
      case SKI_NOT_ON_LIST ->
          ClientMessages.notPermitted(
              new SpecificPersonalInformationCode(planned.field(InquiryField.INFORMATION)));
      default -> code.message();
    };
  }

  private static ResultLine line(
      int index,
      InquiryStatus status,
      @Nullable ErrorCode code,
      @Nullable String message,
      @Nullable String exchange,
      List<String> values) {
    return new ResultLine(
        PLAN.lines().get(index).fields(),
        null,
        new ReceptionNumber("RECEPTION0001"),
        Instant.parse("2026-10-01T00:00:00Z"),
        exchange == null ? null : new ProcessingNumber(exchange),
        null,
        code,
        status,
        message,
        null,
        null,
        values);
  }
}
