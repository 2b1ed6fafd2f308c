package jp.chukan.gateway.console;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.kernel.JapanDay;
import jp.chukan.gateway.record.comparison.RecordComparison;
import jp.chukan.gateway.record.comparison.RecordComparisons;
import jp.chukan.gateway.staff.OpenTo;
import jp.chukan.gateway.staff.PageRefusal;
import jp.chukan.gateway.staff.StaffIdentity;
import jp.chukan.gateway.staff.StaffRole;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * 「三者の記録の照合」: day by day, how the records of this institution compare with those of the network and
 * of the other parties (MS-12, MS-74). Nothing of it is about any person.
 */
@Controller
@OpenTo({StaffRole.AUDITOR, StaffRole.ADMINISTRATOR})
class RecordComparisonsPage {
  static final String PATH = "/console/record-comparisons";
  private static final String NUMBER = "[0-9]{1,18}";

  /** As far back as records are kept at least. */
  private static final int YEARS = 7;

  private final RecordComparisons comparisons;
  private final InstitutionTransactions transactions;
  private final InstantSource clock;

  RecordComparisonsPage(
      RecordComparisons comparisons, InstitutionTransactions transactions, InstantSource clock) {
    this.comparisons = comparisons;
    this.transactions = transactions;
    this.clock = clock;
  }

  @GetMapping(PATH)
  String list(
      StaffIdentity staff, @RequestParam(required = false) @Nullable String page, Model model) {
    LocalDate first = JapanDay.of(clock.instant()).minusYears(YEARS);
    model.addAttribute(
        "days",
        Pages.of(
            (skip, most) ->
                transactions.within(
                    staff.institution(), () -> comparisons.newest(first, skip, most)),
            Pages.number(page)));
    return "console/record-comparisons";
  }

  @GetMapping(PATH + "/{number}")
  String show(
      StaffIdentity staff,
      @PathVariable String number,
      @RequestParam(required = false) @Nullable String page,
      Model model) {
    if (!number.matches(NUMBER)) {
      throw unknown();
    }
    long asked = Long.parseLong(number);
    RecordComparison one =
        transactions
            .within(staff.institution(), () -> comparisons.find(asked))
            .orElseThrow(RecordComparisonsPage::unknown);
    List<RecordComparison> sameDay =
        transactions.within(staff.institution(), () -> comparisons.of(one.day()));
    model.addAttribute("one", one);
    model.addAttribute("sameDay", sameDay);
    model.addAttribute(
        "findings",
        Pages.of(
            (skip, most) ->
                transactions.within(
                    staff.institution(), () -> comparisons.findings(asked, skip, most)),
            Pages.number(page)));
    return "console/record-comparison";
  }

  private static PageRefusal unknown() {
    return PageRefusal.notFound(ErrorCode.TKM_COMPARISON_UNKNOWN);
  }
}
