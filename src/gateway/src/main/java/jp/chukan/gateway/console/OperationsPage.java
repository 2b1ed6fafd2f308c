package jp.chukan.gateway.console;

import java.time.InstantSource;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.gateway.audit.Operation;
import jp.chukan.gateway.audit.OperationKind;
import jp.chukan.gateway.audit.OperationLog;
import jp.chukan.gateway.audit.OperationQuery;
import jp.chukan.gateway.audit.OperationSearch;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.staff.OpenTo;
import jp.chukan.gateway.staff.StaffIdentity;
import jp.chukan.gateway.staff.StaffRole;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Search of the 「操作ログ」 (MS-73, MU-03). Its rows point at persons: every search states its purpose
 * and is itself kept, before anything is shown (MS-76).
 */
@Controller
@OpenTo({StaffRole.AUDITOR, StaffRole.ADMINISTRATOR})
class OperationsPage {
  static final String PATH = "/console/operations";

  private final OperationSearch search;
  private final OperationLog log;
  private final InstitutionTransactions transactions;
  private final InstantSource clock;

  OperationsPage(
      OperationSearch search,
      OperationLog log,
      InstitutionTransactions transactions,
      InstantSource clock) {
    this.search = search;
    this.log = log;
    this.transactions = transactions;
    this.clock = clock;
  }

  @GetMapping(PATH)
  String ask(StaffIdentity staff, Model model) {
    return form(staff, OperationsForm.EMPTY, model);
  }

  @PostMapping(PATH)
  String find(StaffIdentity staff, OperationsForm form, Model model) {
    if (!Purpose.isStated(form.purpose())) {
      model.addAttribute("purposeMissing", true);
      return form(staff, form, model);
    }
    OperationQuery query;
    try {
      query = form.query();
    } catch (InvalidInputException e) {
      model.addAttribute("faultyForm", e.refusal());
      return form(staff, form, model);
    }
    model.addAttribute(
        "operations",
        transactions.within(
            staff.institution(),
            () -> {
              log.append(looked(staff, form, query));
              return Pages.of(
                  (skip, most) -> search.find(staff.institution(), query, skip, most),
                  Pages.number(form.page()));
            }));
    return form(staff, form, model);
  }

  private Operation looked(StaffIdentity staff, OperationsForm form, OperationQuery query) {
    return new Operation(
        staff.institution(),
        staff.user(),
        OperationKind.VIEW,
        "console.operations",
        true,
        null,
        query.addressee(),
        Purpose.of(form.purpose()),
        clock.instant());
  }

  static String form(StaffIdentity staff, OperationsForm form, Model model) {
    model.addAttribute("mayTakeOut", staff.mayActAs(StaffRole.ADMINISTRATOR));
    model.addAttribute("form", form);
    model.addAttribute("kinds", OperationKind.values());
    return "console/operations";
  }
}
