package jp.chukan.gateway.console;

import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.kernel.JapanDay;
import jp.chukan.gateway.staff.Grant;
import jp.chukan.gateway.staff.GrantedFunction;
import jp.chukan.gateway.staff.OpenTo;
import jp.chukan.gateway.staff.PageRefusal;
import jp.chukan.gateway.staff.StaffIdentity;
import jp.chukan.gateway.staff.StaffRole;
import jp.chukan.gateway.staff.grant.ApplyForGrant;
import jp.chukan.gateway.staff.grant.GrantApplication;
import jp.chukan.gateway.staff.grant.GrantApplications;
import jp.chukan.gateway.staff.grant.GrantHolders;
import jp.chukan.gateway.staff.grant.GrantOutcome.Done;
import jp.chukan.gateway.staff.grant.GrantOutcome.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * 「権限の申請」: somebody applies for a grant, and sees what became of it; an administrator sees all that
 * waits (MU-07, MU-13).
 */
@Controller
@OpenTo({StaffRole.APPROVER, StaffRole.ADMINISTRATOR})
class GrantApplicationsPage {
  static final String PATH = "/console/grant-applications";

  private final ApplyForGrant apply;
  private final GrantApplications applications;
  private final GrantHolders holders;
  private final InstitutionTransactions transactions;
  private final InstantSource clock;

  GrantApplicationsPage(
      ApplyForGrant apply,
      GrantApplications applications,
      GrantHolders holders,
      InstitutionTransactions transactions,
      InstantSource clock) {
    this.apply = apply;
    this.applications = applications;
    this.holders = holders;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * @param user for whom, null when not chosen yet
   * @param done which deed has led here, null when none
   */
  @GetMapping(PATH)
  String ask(
      StaffIdentity staff,
      @RequestParam(required = false) @Nullable String user,
      @RequestParam(required = false) @Nullable String done,
      @RequestParam(required = false) @Nullable String page,
      Model model) {
    model.addAttribute("done", done);
    GrantForm form =
        GrantForm.suggested(user, department(staff, user), JapanDay.of(clock.instant()));
    return page(staff, form, page, model);
  }

  private @Nullable String department(StaffIdentity staff, @Nullable String user) {
    return transactions.within(staff.institution(), holders::all).stream()
        .filter(account -> account.user().value().equals(user))
        .map(account -> account.department().value())
        .findFirst()
        .orElse(null);
  }

  @PostMapping(PATH)
  String apply(StaffIdentity staff, GrantForm form, Model model, HttpServletResponse response) {
    Grant grant;
    try {
      grant = form.grant();
    } catch (InvalidInputException e) {
      model.addAttribute("faultyForm", e.refusal());
      response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
      return page(staff, form, null, model);
    }
    return switch (apply.apply(staff, grant)) {
      case Done done -> "redirect:" + PATH + "/" + done.application() + "?done=applied";
      case Refused refused -> {
        Deeds.refuse(refused.code(), model, response);
        yield page(staff, form, null, model);
      }
    };
  }

  @GetMapping(PATH + "/{number}")
  String show(
      StaffIdentity staff,
      @PathVariable String number,
      @RequestParam(required = false) @Nullable String done,
      Model model) {
    model.addAttribute("done", done);
    return application(staff, number(number), model);
  }

  /**
   * The page of one application, also after a deed that was refused.
   *
   * @throws PageRefusal when there is none, when it is another institution's, and to who neither
   *     applied nor administrates
   */
  String application(StaffIdentity staff, long number, Model model) {
    boolean administrates = staff.mayActAs(StaffRole.ADMINISTRATOR);
    Optional<GrantApplication> found =
        transactions.within(staff.institution(), () -> applications.find(number));
    GrantApplication application =
        found
            .filter(one -> administrates || one.appliedBy().equals(staff.user()))
            .orElseThrow(GrantApplicationsPage::unknown);
    model.addAttribute("asked", application);
    model.addAttribute("own", application.appliedBy().equals(staff.user()));
    model.addAttribute(
        "decides",
        administrates
            && !application.appliedBy().equals(staff.user())
            && !application.grant().user().equals(staff.user()));
    return "console/grant-application";
  }

  /**
   * @throws PageRefusal for what is no number, like for one that is not there
   */
  static long number(String typed) {
    if (!typed.matches("[0-9]{1,18}")) {
      throw unknown();
    }
    return Long.parseLong(typed);
  }

  private static PageRefusal unknown() {
    return PageRefusal.notFound(ErrorCode.SCM_GRANT_UNKNOWN);
  }

  private String page(StaffIdentity staff, GrantForm form, @Nullable String page, Model model) {
    boolean administrates = staff.mayActAs(StaffRole.ADMINISTRATOR);
    model.addAttribute("form", form);
    model.addAttribute("functions", GrantedFunction.values());
    transactions.run(
        staff.institution(),
        () -> {
          model.addAttribute("people", holders.all());
          model.addAttribute(
              "waiting",
              administrates
                  ? Pages.of(applications::waiting, Pages.number(page))
                  : new Pages<>(List.of(), 0, false));
          model.addAttribute("own", applications.by(staff.user(), 0, Pages.ROWS));
        });
    model.addAttribute("administrates", administrates);
    return "console/grant-applications";
  }
}
