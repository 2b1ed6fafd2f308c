package jp.chukan.gateway.console;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import jp.chukan.gateway.audit.Operation;
import jp.chukan.gateway.audit.OperationKind;
import jp.chukan.gateway.audit.OperationLog;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.kernel.JapanDay;
import jp.chukan.gateway.staff.OpenTo;
import jp.chukan.gateway.staff.StaffIdentity;
import jp.chukan.gateway.staff.StaffRole;
import jp.chukan.gateway.staff.grant.GrantReview;
import jp.chukan.gateway.staff.grant.ReviewedGrant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The listing of the grants as paper and as file, for administrators only (JN-21); each output
 * states its purpose and is kept (JN-37).
 */
@Controller
@OpenTo(StaffRole.ADMINISTRATOR)
class GrantExports {
  private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

  private final GrantsPage page;
  private final GrantReview review;
  private final OperationLog operations;
  private final InstitutionTransactions transactions;
  private final InstantSource clock;

  GrantExports(
      GrantsPage page,
      GrantReview review,
      OperationLog operations,
      InstitutionTransactions transactions,
      InstantSource clock) {
    this.page = page;
    this.review = review;
    this.operations = operations;
    this.transactions = transactions;
    this.clock = clock;
  }

  @PostMapping(GrantsPage.PATH + "/print")
  String print(
      StaffIdentity staff,
      @RequestParam(required = false) @Nullable String by,
      @RequestParam(required = false) @Nullable String purpose,
      Model model) {
    GrantReview.Order order = GrantsPage.order(by);
    if (!Purpose.isStated(purpose)) {
      return missing(staff, order, model);
    }
    model.addAttribute("grants", export(staff, "console.grants.print", order, purpose));
    model.addAttribute("order", order.name());
    model.addAttribute("printedAt", clock.instant());
    return "console/grants-print";
  }

  @PostMapping(GrantsPage.PATH + "/file")
  Object file(
      StaffIdentity staff,
      @RequestParam(required = false) @Nullable String by,
      @RequestParam(required = false) @Nullable String purpose,
      Model model) {
    GrantReview.Order order = GrantsPage.order(by);
    if (!Purpose.isStated(purpose)) {
      return missing(staff, order, model);
    }
    LocalDate today = JapanDay.of(clock.instant());
    return ResponseEntity.ok()
        .contentType(CSV)
        .header("Content-Disposition", "attachment; filename=\"grants-" + today + ".csv\"")
        .body(GrantsCsv.write(export(staff, "console.grants.file", order, purpose)));
  }

  private String missing(StaffIdentity staff, GrantReview.Order order, Model model) {
    model.addAttribute("purposeMissing", true);
    return page.listing(staff, order, 0, model);
  }

  private List<ReviewedGrant> export(
      StaffIdentity staff, String function, GrantReview.Order order, @Nullable String purpose) {
    return transactions.within(
        staff.institution(),
        () -> {
          operations.append(
              new Operation(
                  staff.institution(),
                  staff.user(),
                  OperationKind.EXPORT,
                  function,
                  true,
                  null,
                  null,
                  Purpose.of(purpose),
                  clock.instant()));
          return review.list(order, 0, Integer.MAX_VALUE);
        });
  }
}
