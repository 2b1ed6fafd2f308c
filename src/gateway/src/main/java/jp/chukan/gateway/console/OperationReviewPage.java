package jp.chukan.gateway.console;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import jp.chukan.contract.code.UserId;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.gateway.audit.Operation;
import jp.chukan.gateway.audit.OperationKind;
import jp.chukan.gateway.audit.OperationLog;
import jp.chukan.gateway.audit.OperationReview;
import jp.chukan.gateway.console.ReviewForm.Period;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.kernel.JapanDay;
import jp.chukan.gateway.staff.OpenTo;
import jp.chukan.gateway.staff.StaffIdentity;
import jp.chukan.gateway.staff.StaffRole;
import jp.chukan.gateway.staff.account.Accounts;
import jp.chukan.gateway.staff.account.StaffAccount;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The regular review of the 「操作ログ」 (MS-73, JN-18): who did how much, and what of it is unusual.
 * That it was gone through is confirmed and kept.
 */
@Controller
@OpenTo({StaffRole.AUDITOR, StaffRole.ADMINISTRATOR})
class OperationReviewPage {
  private static final String PAGE = "console/operation-review";
  private static final String REVIEW = "console.review";
  private static final int MOST_PERSONS = 30;

  private final OperationReview review;
  private final OperationLog log;
  private final Accounts accounts;
  private final KinshipCheck kinship;
  private final InstitutionTransactions transactions;
  private final InstantSource clock;

  OperationReviewPage(
      OperationReview review,
      OperationLog log,
      Accounts accounts,
      KinshipCheck kinship,
      InstitutionTransactions transactions,
      InstantSource clock) {
    this.review = review;
    this.log = log;
    this.accounts = accounts;
    this.kinship = kinship;
    this.transactions = transactions;
    this.clock = clock;
  }

  @GetMapping("/console/operations/review")
  String ask(StaffIdentity staff, Model model) {
    return form(staff, ReviewForm.lastMonth(JapanDay.of(clock.instant())), model);
  }

  @PostMapping("/console/operations/review")
  String show(StaffIdentity staff, ReviewForm form, Model model) {
    if (!Purpose.isStated(form.purpose())) {
      model.addAttribute("purposeMissing", true);
      return form(staff, form, model);
    }
    Period period;
    try {
      period = form.period();
    } catch (InvalidInputException e) {
      model.addAttribute("faultyForm", e.refusal());
      return form(staff, form, model);
    }
    List<OperationReview.Line> lines = lines(staff, form, period);
    model.addAttribute("lines", lines);
    model.addAttribute("period", period);
    if (form.comparesNames()) {
      model.addAttribute("kinship", kinship(staff.institution(), lines, period));
    }
    return form(staff, form, model);
  }

  /**
   * Confirms that the review of a period was gone through.
   *
   * @param comment what came of it, at most 200 characters
   */
  @PostMapping("/console/operations/review/confirmation")
  String confirm(StaffIdentity staff, ReviewForm form, @RequestParam String comment) {
    Period period = form.period();
    keep(staff, OperationKind.DECISION, OperationReview.CONFIRMED, period, Purpose.of(comment));
    return "redirect:/console/operations/review";
  }

  private List<OperationReview.Line> lines(StaffIdentity staff, ReviewForm form, Period period) {
    return transactions.within(
        staff.institution(),
        () -> {
          List<OperationReview.Line> found =
              review.of(staff.institution(), start(period), end(period));
          log.append(
              operation(staff, OperationKind.VIEW, REVIEW, period, Purpose.of(form.purpose())));
          return found;
        });
  }

  private Map<UserId, KinshipCheck.Result> kinship(
      InstitutionCode institution, List<OperationReview.Line> lines, Period period) {
    Map<UserId, KinshipCheck.Result> results = new HashMap<>();
    for (OperationReview.Line line : lines) {
      Optional<StaffAccount> account =
          transactions.within(institution, () -> accounts.find(line.user()));
      if (line.persons() == 0 || account.isEmpty()) {
        continue;
      }
      List<UnifiedAddresseeNumber> persons =
          transactions.within(
              institution,
              () ->
                  review.personsSeenBy(
                      institution, line.user(), start(period), end(period), MOST_PERSONS));
      results.put(line.user(), kinship.check(institution, account.get().displayName(), persons));
    }
    return results;
  }

  private void keep(
      StaffIdentity staff, OperationKind kind, String function, Period period, String purpose) {
    transactions.run(
        staff.institution(), () -> log.append(operation(staff, kind, function, period, purpose)));
  }

  private Operation operation(
      StaffIdentity staff, OperationKind kind, String function, Period period, String purpose) {
    return new Operation(
        staff.institution(),
        staff.user(),
        kind,
        function,
        true,
        period.toString(),
        null,
        purpose,
        clock.instant());
  }

  private String form(StaffIdentity staff, ReviewForm form, Model model) {
    model.addAttribute("form", form);
    model.addAttribute("mostPersons", MOST_PERSONS);
    model.addAttribute(
        "confirmation",
        transactions
            .within(staff.institution(), () -> review.lastConfirmation(staff.institution()))
            .orElse(null));
    return PAGE;
  }

  private static Instant start(Period period) {
    return JapanDay.startOf(period.first());
  }

  private static Instant end(Period period) {
    return JapanDay.startOf(period.last().plusDays(1));
  }
}
