package jp.chukan.gateway.console;

import jakarta.servlet.http.HttpServletResponse;
import jp.chukan.gateway.staff.OpenTo;
import jp.chukan.gateway.staff.StaffIdentity;
import jp.chukan.gateway.staff.StaffRole;
import jp.chukan.gateway.staff.grant.GiveGrant;
import jp.chukan.gateway.staff.grant.GrantOutcome;
import jp.chukan.gateway.staff.grant.GrantOutcome.Done;
import jp.chukan.gateway.staff.grant.GrantOutcome.Refused;
import jp.chukan.gateway.staff.grant.RefuseGrant;
import jp.chukan.gateway.staff.grant.WithdrawGrantApplication;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How an application for a grant ends: given, turned down, or taken back (MU-13). */
@Controller
@OpenTo(StaffRole.ADMINISTRATOR)
class GrantDeeds {
  private final GrantApplicationsPage page;
  private final GiveGrant give;
  private final RefuseGrant refuse;
  private final WithdrawGrantApplication withdraw;

  GrantDeeds(
      GrantApplicationsPage page,
      GiveGrant give,
      RefuseGrant refuse,
      WithdrawGrantApplication withdraw) {
    this.page = page;
    this.give = give;
    this.refuse = refuse;
    this.withdraw = withdraw;
  }

  @PostMapping(GrantApplicationsPage.PATH + "/{number}/giving")
  String give(
      StaffIdentity staff, @PathVariable String number, Model model, HttpServletResponse response) {
    long application = GrantApplicationsPage.number(number);
    GrantOutcome outcome = give.give(staff, application);
    return answer(staff, application, outcome, "granted", model, response);
  }

  @PostMapping(GrantApplicationsPage.PATH + "/{number}/refusal")
  String refuse(
      StaffIdentity staff,
      @PathVariable String number,
      @RequestParam(required = false) @Nullable String reason,
      Model model,
      HttpServletResponse response) {
    long application = GrantApplicationsPage.number(number);
    GrantOutcome outcome = refuse.refuse(staff, application, reason == null ? "" : reason.strip());
    return answer(staff, application, outcome, "refused", model, response);
  }

  @OpenTo({StaffRole.APPROVER, StaffRole.ADMINISTRATOR})
  @PostMapping(GrantApplicationsPage.PATH + "/{number}/withdrawal")
  String withdraw(
      StaffIdentity staff, @PathVariable String number, Model model, HttpServletResponse response) {
    long application = GrantApplicationsPage.number(number);
    GrantOutcome outcome = withdraw.withdraw(staff, application);
    return answer(staff, application, outcome, "withdrawn", model, response);
  }

  private String answer(
      StaffIdentity staff,
      long number,
      GrantOutcome outcome,
      String told,
      Model model,
      HttpServletResponse response) {
    return switch (outcome) {
      case Done done -> "redirect:" + GrantApplicationsPage.PATH + "/" + number + "?done=" + told;
      case Refused refused -> {
        Deeds.refuse(refused.code(), model, response);
        yield page.application(staff, number, model);
      }
    };
  }
}
