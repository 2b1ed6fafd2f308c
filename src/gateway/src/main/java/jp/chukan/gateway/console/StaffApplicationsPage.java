package jp.chukan.gateway.console;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.stream.Stream;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.staff.OpenTo;
import jp.chukan.gateway.staff.PageRefusal;
import jp.chukan.gateway.staff.StaffIdentity;
import jp.chukan.gateway.staff.StaffRole;
import jp.chukan.gateway.staff.account.AccountOutcome;
import jp.chukan.gateway.staff.account.AccountOutcome.Changed;
import jp.chukan.gateway.staff.account.AccountOutcome.Refused;
import jp.chukan.gateway.staff.account.AccountRefusal;
import jp.chukan.gateway.staff.account.AccountState;
import jp.chukan.gateway.staff.account.Accounts;
import jp.chukan.gateway.staff.account.Application;
import jp.chukan.gateway.staff.account.ApplyForAccount;
import jp.chukan.gateway.staff.account.ConsoleInstitutions;
import jp.chukan.gateway.staff.account.StaffAccount;
import jp.chukan.gateway.staff.account.WithdrawAccount;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * 「職員の申請」: somebody applies for an account (JN-14); an administrator also for a change of one, and
 * for a new beginning of who has lost passkey or password.
 */
@Controller
@OpenTo({StaffRole.APPROVER, StaffRole.ADMINISTRATOR})
class StaffApplicationsPage {
  private static final String PATH = "/console/staff-applications";

  private final ApplyForAccount apply;
  private final WithdrawAccount withdraw;
  private final Accounts accounts;
  private final ConsoleInstitutions institutions;
  private final InstitutionTransactions transactions;

  StaffApplicationsPage(
      ApplyForAccount apply,
      WithdrawAccount withdraw,
      Accounts accounts,
      ConsoleInstitutions institutions,
      InstitutionTransactions transactions) {
    this.apply = apply;
    this.withdraw = withdraw;
    this.accounts = accounts;
    this.institutions = institutions;
    this.transactions = transactions;
  }

  /**
   * @param done which deed has led here, null when none
   */
  @GetMapping(PATH)
  String ask(
      StaffIdentity staff, @RequestParam(required = false) @Nullable String done, Model model) {
    model.addAttribute("done", done);
    return page(staff, StaffApplicationForm.EMPTY, false, model);
  }

  @PostMapping(PATH)
  String applyForNew(
      StaffIdentity staff, StaffApplicationForm form, Model model, HttpServletResponse response) {
    return apply(staff, form, false, model, response);
  }

  @OpenTo(StaffRole.ADMINISTRATOR)
  @GetMapping(PATH + "/change")
  String askForChange(
      StaffIdentity staff, @RequestParam(required = false) @Nullable String user, Model model) {
    return page(staff, StaffApplicationForm.of(account(staff, user)), true, model);
  }

  @OpenTo(StaffRole.ADMINISTRATOR)
  @PostMapping(PATH + "/change")
  String applyForChange(
      StaffIdentity staff, StaffApplicationForm form, Model model, HttpServletResponse response) {
    account(staff, form.user());
    return apply(staff, form, true, model, response);
  }

  /** The same account with a new initial password and without its passkeys. */
  @OpenTo(StaffRole.ADMINISTRATOR)
  @PostMapping(PATH + "/renewal")
  String applyForRenewal(
      StaffIdentity staff,
      @RequestParam(required = false) @Nullable String user,
      @RequestParam(required = false) @Nullable String reason,
      Model model,
      HttpServletResponse response) {
    StaffApplicationForm same = StaffApplicationForm.of(account(staff, user));
    return apply(
        staff,
        new StaffApplicationForm(same.user(), same.name(), same.department(), same.roles(), reason),
        true,
        model,
        response);
  }

  @PostMapping(PATH + "/withdrawal")
  String withdraw(
      StaffIdentity staff,
      @RequestParam(required = false) @Nullable String user,
      Model model,
      HttpServletResponse response) {
    return switch (withdraw.withdraw(staff, StaffPage.user(user))) {
      case Changed changed -> "redirect:" + PATH + "?done=withdrawn";
      case Refused refused -> {
        Deeds.refuse(refused.refusal().code(), model, response);
        yield page(staff, StaffApplicationForm.EMPTY, false, model);
      }
    };
  }

  private String apply(
      StaffIdentity staff,
      StaffApplicationForm form,
      boolean change,
      Model model,
      HttpServletResponse response) {
    Application application;
    try {
      application = form.application(staff.institution());
    } catch (InvalidInputException e) {
      model.addAttribute("faultyForm", e.refusal());
      response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
      return page(staff, form, change, model);
    }
    return switch (outcome(staff, application, change)) {
      case Changed changed -> "redirect:" + PATH + "?done=applied";
      case Refused refused -> {
        Deeds.refuse(refused.refusal().code(), model, response);
        yield page(staff, form, change, model);
      }
    };
  }

  /** An id that is taken is never changed by mistake: a change has a page of its own. */
  private AccountOutcome outcome(StaffIdentity staff, Application application, boolean change) {
    boolean taken =
        transactions.within(
            staff.institution(), () -> accounts.find(application.user()).isPresent());
    return taken && !change ? new Refused(AccountRefusal.EXISTS) : apply.apply(staff, application);
  }

  private StaffAccount account(StaffIdentity staff, @Nullable String user) {
    Optional<StaffAccount> found =
        transactions.within(staff.institution(), () -> accounts.find(StaffPage.user(user)));
    return found.orElseThrow(() -> PageRefusal.notFound(ErrorCode.SCM_ACCOUNT_UNKNOWN));
  }

  private String page(StaffIdentity staff, StaffApplicationForm form, boolean change, Model model) {
    model.addAttribute("form", form);
    model.addAttribute("change", change);
    boolean platform = institutions.isPlatform(staff.institution());
    model.addAttribute(
        "roles",
        Stream.of(StaffRole.values())
            .filter(
                role ->
                    platform
                        ? role == StaffRole.OPERATOR || role == StaffRole.ADMINISTRATOR
                        : role != StaffRole.OPERATOR)
            .toList());
    model.addAttribute(
        "waiting",
        transactions.within(staff.institution(), accounts::all).stream()
            .filter(account -> account.state() == AccountState.PENDING)
            .filter(account -> account.appliedBy().equals(staff.user().value()))
            .toList());
    return "console/staff-applications";
  }
}
