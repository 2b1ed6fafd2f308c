package jp.chukan.gateway.console;

import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import jp.chukan.contract.code.UserId;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.staff.OpenTo;
import jp.chukan.gateway.staff.PageRefusal;
import jp.chukan.gateway.staff.StaffIdentity;
import jp.chukan.gateway.staff.StaffRole;
import jp.chukan.gateway.staff.account.AccountState;
import jp.chukan.gateway.staff.account.Accounts;
import jp.chukan.gateway.staff.account.StaffAccount;
import jp.chukan.gateway.staff.grant.GrantApplications;
import jp.chukan.gateway.staff.grant.GrantReview;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The accounts of the staff, what waits for approval first, and one account with its history
 * (JN-15) and grants.
 */
@Controller
@OpenTo({StaffRole.AUDITOR, StaffRole.ADMINISTRATOR})
class StaffPage {
  private static final Comparator<StaffAccount> WAITING_FIRST =
      Comparator.comparing(account -> account.state() != AccountState.PENDING);

  private final Accounts accounts;
  private final GrantReview review;
  private final GrantApplications grants;
  private final InstitutionTransactions transactions;
  private final InstantSource clock;

  StaffPage(
      Accounts accounts,
      GrantReview review,
      GrantApplications grants,
      InstitutionTransactions transactions,
      InstantSource clock) {
    this.accounts = accounts;
    this.review = review;
    this.grants = grants;
    this.transactions = transactions;
    this.clock = clock;
  }

  @GetMapping("/console/staff")
  String list(
      StaffIdentity staff, @RequestParam(required = false) @Nullable String page, Model model) {
    List<StaffAccount> all =
        transactions.within(staff.institution(), accounts::all).stream()
            .sorted(WAITING_FIRST)
            .toList();
    model.addAttribute(
        "accounts",
        Pages.of((skip, most) -> all.stream().skip(skip).limit(most).toList(), Pages.number(page)));
    model.addAttribute("now", clock.instant());
    return "console/staff";
  }

  /**
   * @param done which deed has led here, null when none
   */
  @GetMapping("/console/staff/account")
  String show(
      StaffIdentity staff,
      @RequestParam(required = false) @Nullable String user,
      @RequestParam(required = false) @Nullable String done,
      Model model) {
    model.addAttribute("done", done);
    return account(staff, user(user), model);
  }

  /**
   * The page of one account, also after a deed that was refused.
   *
   * @throws PageRefusal when the institution has no such account
   */
  String account(StaffIdentity staff, UserId user, Model model) {
    transactions.run(
        staff.institution(),
        () -> {
          Optional<StaffAccount> found = accounts.find(user);
          StaffAccount account =
              found.orElseThrow(() -> PageRefusal.notFound(ErrorCode.SCM_ACCOUNT_UNKNOWN));
          model.addAttribute("account", account);
          model.addAttribute("locked", account.isLocked(clock.instant()));
          model.addAttribute("history", accounts.history(user));
          model.addAttribute("grants", review.of(user));
          model.addAttribute("grantHistory", grants.history(user));
        });
    model.addAttribute("administrates", staff.mayActAs(StaffRole.ADMINISTRATOR));
    model.addAttribute("self", staff.user());
    return "console/staff-account";
  }

  /**
   * @throws PageRefusal for what names no account, like for an account that is not there
   */
  static UserId user(@Nullable String typed) {
    try {
      return new UserId(typed == null ? "" : typed.strip());
    } catch (InvalidInputException e) {
      throw PageRefusal.notFound(ErrorCode.SCM_ACCOUNT_UNKNOWN);
    }
  }
}
