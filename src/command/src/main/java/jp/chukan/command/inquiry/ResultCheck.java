package jp.chukan.command.inquiry;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import jp.chukan.contract.code.InquiryStatus;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.inquiryfile.ClientMessages;
import jp.chukan.contract.inquiryfile.InquiryField;
import jp.chukan.contract.inquiryfile.ResultLine;
import org.jspecify.annotations.Nullable;

/** Holds a result file against what was planned, line by line (MS-21, MS-24, JN-13). */
public final class ResultCheck {
  private final int number;
  private final PlannedLine planned;
  private final ResultLine line;
  private final List<String> faults = new ArrayList<>();

  private ResultCheck(int number, PlannedLine planned, ResultLine line) {
    this.number = number;
    this.planned = planned;
    this.line = line;
  }

  /** Judges lines that left. */
  @FunctionalInterface
  public interface Answer {
    /** What is wrong with the line, null when it is what must come of the planned one. */
    @Nullable String faultOf(PlannedLine planned, PermittedTuple tuple, ResultLine line);
  }

  /**
   * @param answers judges lines that left, several at a time
   * @return one sentence per fault with the number of the line, without content
   */
  public static List<String> faults(InquiryPlan plan, List<ResultLine> results, Answer answers) {
    if (plan.lines().size() != results.size()) {
      return List.of("%,d lines for %,d inquiries".formatted(results.size(), plan.lines().size()));
    }
    var faults = new ArrayList<String>();
    var exchanges = new HashSet<String>();
    for (int index = 0; index < results.size(); index++) {
      var number = results.get(index).processingNumber();
      if (number != null && !exchanges.add(number.value())) {
        faults.add("line %d: a 処理通番 that an earlier line has".formatted(index + 1));
      }
    }
    IntStream.range(0, results.size())
        .parallel()
        .mapToObj(index -> new ResultCheck(index + 1, plan.lines().get(index), results.get(index)))
        .flatMap(check -> check.faults(answers).stream())
        .forEachOrdered(faults::add);
    return faults;
  }

  private List<String> faults(Answer answers) {
    // the moment of the request is another one in every line
    if (!repeats(InquiryField.REQUESTED_AT) || !repeats(InquiryField.INFORMATION)) {
      fault("not the line of the request");
      return faults;
    }
    switch (planned.expectation()) {
      case Expectation.Leaves(var tuple) -> {
        var fault = answers.faultOf(planned, tuple, line);
        if (fault != null) {
          fault(fault);
        }
      }
      case Expectation.RefusedHere(var code) -> {
        expect(InquiryStatus.REFUSED, code);
        expectClientMessage(code);
      }
      case Expectation.Unreadable(var code, var field) -> {
        expect(InquiryStatus.MALFORMED, code);
        if (!field.faultText(number, code).equals(line.message())) {
          fault("its message does not tell line and field");
        }
      }
    }
    return faults;
  }

  private void expect(InquiryStatus status, ErrorCode code) {
    if (line.status() != status || line.errorCode() != code) {
      fault("%s %s instead of %s %s".formatted(line.status(), line.errorCode(), status, code));
    }
    if (line.values().stream().anyMatch(value -> !value.isEmpty())) {
      fault("content of an inquiry that never left");
    }
  }

  /** Two messages that clients compare to the letter. */
  private void expectClientMessage(ErrorCode code) {
    var expected =
        switch (code) {
          case SKI_NO_LINKAGE_CODE ->
              ClientMessages.noLinkageCode(
                  new UnifiedAddresseeNumber(
                      planned.field(InquiryField.UNIFIED_ADDRESSEE).strip()));
          case SKI_NOT_ON_LIST ->
              ClientMessages.notPermitted(
                  new SpecificPersonalInformationCode(planned.field(InquiryField.INFORMATION)));
          default -> code.message();
        };
    var said = line.informationMessage() == null ? line.message() : line.informationMessage();
    if (!expected.equals(said)) {
      fault("another message than clients compare with");
    }
  }

  private boolean repeats(InquiryField field) {
    return line.field(field).strip().equals(planned.field(field).strip());
  }

  private void fault(String fault) {
    faults.add("line " + number + ": " + fault);
  }
}
