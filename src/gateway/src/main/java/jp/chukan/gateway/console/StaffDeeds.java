package jp.chukan.gateway.console;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import java.util.function.BiFunction;
import jp.chukan.contract.code.UserId;
import jp.chukan.gateway.staff.OpenTo;
import jp.chukan.gateway.staff.StaffIdentity;
import jp.chukan.gateway.staff.StaffRole;
import jp.chukan.gateway.staff.account.AccountOutcome;
import jp.chukan.gateway.staff.account.AccountOutcome.Changed;
import jp.chukan.gateway.staff.account.AccountOutcome.Refused;
import jp.chukan.gateway.staff.account.ApproveAccount;
import jp.chukan.gateway.staff.account.DisableAccount;
import jp.chukan.gateway.staff.account.RefuseAccount;
import jp.chukan.gateway.staff.account.UnlockAccount;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What an administrator decides about an account: approves, turns down, disables, unlocks. */
@Controller
@OpenTo(StaffRole.ADMINISTRATOR)
class StaffDeeds {
  private final StaffPage page;
  private final ApproveAccount approve;
  private final RefuseAccount refuse;
  private final DisableAccount disable;
  private final UnlockAccount unlock;

  StaffDeeds(
      StaffPage page,
      ApproveAccount approve,
      RefuseAccount refuse,
      DisableAccount disable,
      UnlockAccount unlock) {
    this.page = page;
    this.approve = approve;
    this.refuse = refuse;
    this.disable = disable;
    this.unlock = unlock;
  }

  /**
   * The answer itself shows the initial password, and nothing keeps it: the same order again is
   * refused, and shows none.
   */
  @PostMapping("/console/staff/approval")
  String approve(
      StaffIdentity staff,
      @RequestParam(required = false) @Nullable String user,
      Model model,
      HttpServletResponse response) {
    return switch (approve.approve(staff, StaffPage.user(user))) {
      case Changed changed -> {
        model.addAttribute("account", changed.account());
        model.addAttribute("initial", Objects.requireNonNull(changed.initial()).value());
        yield "console/staff-approved";
      }
      case Refused refused -> refused(staff, StaffPage.user(user), refused, model, response);
    };
  }

  @PostMapping("/console/staff/refusal")
  String refuse(StaffIdentity staff, Order order, Model model, HttpServletResponse response) {
    return decide(
        staff,
        order,
        "refused",
        (user, reason) -> refuse.refuse(staff, user, reason),
        model,
        response);
  }

  @PostMapping("/console/staff/disabling")
  String disable(StaffIdentity staff, Order order, Model model, HttpServletResponse response) {
    return decide(
        staff,
        order,
        "disabled",
        (user, reason) -> disable.disable(staff, user, reason),
        model,
        response);
  }

  @PostMapping("/console/staff/unlocking")
  String unlock(StaffIdentity staff, Order order, Model model, HttpServletResponse response) {
    return decide(
        staff,
        order,
        "unlocked",
        (user, reason) -> unlock.unlock(staff, user, reason),
        model,
        response);
  }

  /**
   * Whose account, and why.
   *
   * @param user as typed
   * @param reason as typed
   */
  record Order(@Nullable String user, @Nullable String reason) {

    UserId person() {
      return StaffPage.user(user);
    }

    String why() {
      return reason == null ? "" : reason.strip();
    }

    /** Never shows the reason: it is free text. */
    @Override
    public String toString() {
      return "Order[" + user + "]";
    }
  }

  private String decide(
      StaffIdentity staff,
      Order order,
      String done,
      BiFunction<UserId, String, AccountOutcome> deed,
      Model model,
      HttpServletResponse response) {
    return switch (deed.apply(order.person(), order.why())) {
      case Changed changed -> Deeds.back("/console/staff/account", "user", order.person(), done);
      case Refused refused -> refused(staff, order.person(), refused, model, response);
    };
  }

  private String refused(
      StaffIdentity staff,
      UserId user,
      Refused refused,
      Model model,
      HttpServletResponse response) {
    Deeds.refuse(refused.refusal().code(), model, response);
    return page.account(staff, user, model);
  }
}
