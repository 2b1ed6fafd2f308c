package jp.chukan.gateway.console;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import jp.chukan.gateway.export.AskForExport;
import jp.chukan.gateway.export.ExportOutcome;
import jp.chukan.gateway.export.ExportOutcome.Applied;
import jp.chukan.gateway.export.ExportOutcome.Refused;
import jp.chukan.gateway.export.ExportOutcome.Released;
import jp.chukan.gateway.export.ExportRequest;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.staff.OpenTo;
import jp.chukan.gateway.staff.PageRefusal;
import jp.chukan.gateway.staff.StaffIdentity;
import jp.chukan.gateway.staff.StaffRole;
import jp.chukan.gateway.staff.grant.GrantReview;
import jp.chukan.gateway.staff.grant.ReviewedGrant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The listing of the grants as paper and as file, for administrators only (JN-21); each output
 * states its purpose and is kept (JN-37), and a long one waits for approval (JN-22).
 */
@Controller
@OpenTo(StaffRole.ADMINISTRATOR)
class GrantExports {
  private final GrantsPage page;
  private final GrantReview review;
  private final GrantSheet sheet;
  private final AskForExport ask;
  private final ExportAnswers answers;
  private final InstitutionTransactions transactions;
  private final InstantSource clock;

  GrantExports(
      GrantsPage page,
      GrantReview review,
      GrantSheet sheet,
      AskForExport ask,
      ExportAnswers answers,
      InstitutionTransactions transactions,
      InstantSource clock) {
    this.page = page;
    this.review = review;
    this.sheet = sheet;
    this.ask = ask;
    this.answers = answers;
    this.transactions = transactions;
    this.clock = clock;
  }

  @PostMapping(GrantsPage.PATH + "/print")
  ModelAndView print(
      StaffIdentity staff,
      @RequestParam(required = false) @Nullable String by,
      @RequestParam(required = false) @Nullable String purpose,
      Model model) {
    GrantReview.Order order = GrantsPage.order(by);
    if (!Purpose.isStated(purpose)) {
      return missing(staff, order, model);
    }
    return switch (asked(staff, "console.grants.print", order, purpose)) {
      case Released released -> printed(staff, order, model);
      case Applied applied -> ExportAnswers.applied(applied.number());
      case Refused refused -> throw PageRefusal.notOpen();
    };
  }

  @PostMapping(GrantsPage.PATH + "/file")
  @Nullable ModelAndView file(
      StaffIdentity staff,
      @RequestParam(required = false) @Nullable String by,
      @RequestParam(required = false) @Nullable String purpose,
      Model model,
      HttpServletResponse response)
      throws IOException {
    GrantReview.Order order = GrantsPage.order(by);
    if (!Purpose.isStated(purpose)) {
      return missing(staff, order, model);
    }
    return switch (asked(staff, "console.grants.file", order, purpose)) {
      case Released released -> answers.file(released.export(), response);
      case Applied applied -> ExportAnswers.applied(applied.number());
      case Refused refused -> throw PageRefusal.notOpen();
    };
  }

  private ExportOutcome.OfAsking asked(
      StaffIdentity staff, String function, GrantReview.Order order, @Nullable String purpose) {
    return ask.ask(
        staff,
        new ExportRequest<>(
            sheet, new GrantSheet.Criteria(order, 0), function, Purpose.of(purpose)));
  }

  private ModelAndView printed(StaffIdentity staff, GrantReview.Order order, Model model) {
    List<ReviewedGrant> grants =
        transactions.within(staff.institution(), () -> review.list(order, 0, Integer.MAX_VALUE));
    model.addAttribute("grants", grants);
    model.addAttribute("order", order.name());
    model.addAttribute("printedAt", clock.instant());
    return new ModelAndView("console/grants-print");
  }

  private ModelAndView missing(StaffIdentity staff, GrantReview.Order order, Model model) {
    model.addAttribute("purposeMissing", true);
    return new ModelAndView(page.listing(staff, order, 0, model));
  }
}
