package jp.chukan.command.inquiry;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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
  private final List<String> faults = new ArrayList<>();

  private ResultCheck() {}

  /** What of a line that left is as it must be. */
  @FunctionalInterface
  public interface Answer {
    /** Null when the line is what must come of the planned one, else what is wrong. */
    @Nullable String faultOf(PlannedLine planned, PermittedTuple tuple, ResultLine line);
  }

  /**
   * @param answers judges lines that left
   * @return one sentence per fault with the number of the line, without content
   */
  public static List<String> faults(InquiryPlan plan, List<ResultLine> results, Answer answers) {
    var check = new ResultCheck();
    if (plan.lines().size() != results.size()) {
      check.faults.add(
          "%,d lines for %,d inquiries".formatted(results.size(), plan.lines().size()));
      return check.faults;
    }
    var exchanges = new HashSet<String>();
    for (int index = 0; index < results.size(); index++) {
      var planned = plan.lines().get(index);
      var line = results.get(index);
      check.compare(index + 1, planned, line, answers);
      if (line.processingNumber() != null && !exchanges.add(line.processingNumber().value())) {
        check.fault(index + 1, "a 処理通番 that an earlier line has");
      }
    }
    return check.faults;
  }

  private void compare(int number, PlannedLine planned, ResultLine line, Answer answers) {
    // the moment of the request is another one in every line
    if (!repeats(planned, line, InquiryField.REQUESTED_AT)
        || !repeats(planned, line, InquiryField.INFORMATION)) {
      fault(number, "not the line of the request");
      return;
    }
    switch (planned.expectation()) {
      case Expectation.Leaves(var tuple) -> {
        var fault = answers.faultOf(planned, tuple, line);
        if (fault != null) {
          fault(number, fault);
        }
      }
      case Expectation.RefusedHere(var code) -> {
        expect(number, line, InquiryStatus.REFUSED, code);
        expectClientMessage(number, planned, line, code);
      }
      case Expectation.Unreadable(var code, var field) -> {
        expect(number, line, InquiryStatus.MALFORMED, code);
        var message = line.message();
        if (message == null || !message.equals(field.faultText(number, code))) {
          fault(number, "its message does not tell line and field");
        }
      }
    }
  }

  private void expect(int number, ResultLine line, InquiryStatus status, ErrorCode code) {
    if (line.status() != status || line.errorCode() != code) {
      fault(
          number,
          "%s %s instead of %s %s".formatted(line.status(), line.errorCode(), status, code));
    }
    if (line.values().stream().anyMatch(value -> !value.isEmpty())) {
      fault(number, "content of an inquiry that never left");
    }
  }

  /** Two messages that clients compare to the letter. */
  private void expectClientMessage(
      int number, PlannedLine planned, ResultLine line, ErrorCode code) {
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
      fault(number, "another message than clients compare with");
    }
  }

  private static boolean repeats(PlannedLine planned, ResultLine line, InquiryField field) {
    return line.field(field).strip().equals(planned.field(field).strip());
  }

  private void fault(int number, String fault) {
    faults.add("line " + number + ": " + fault);
  }
}
