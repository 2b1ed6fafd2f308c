package jp.chukan.gateway.console;

import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.Optional;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.staff.OpenTo;
import jp.chukan.gateway.staff.PageRefusal;
import jp.chukan.gateway.staff.StaffIdentity;
import jp.chukan.gateway.staff.StaffRole;
import jp.chukan.gateway.staff.grant.GrantOutcome.Done;
import jp.chukan.gateway.staff.grant.GrantOutcome.Refused;
import jp.chukan.gateway.staff.grant.GrantReview;
import jp.chukan.gateway.staff.grant.ReviewedGrant;
import jp.chukan.gateway.staff.grant.RevokeGrant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The grants in force for their regular review, by person or by 「事務」 (JN-36), and their end. */
@Controller
@OpenTo({StaffRole.AUDITOR, StaffRole.ADMINISTRATOR})
class GrantsPage {
  static final String PATH = "/console/grants";

  private final GrantReview review;
  private final RevokeGrant revoke;
  private final InstitutionTransactions transactions;
  private final InstantSource clock;

  GrantsPage(
      GrantReview review,
      RevokeGrant revoke,
      InstitutionTransactions transactions,
      InstantSource clock) {
    this.review = review;
    this.revoke = revoke;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * @param by {@code affair} for the order by 「事務」, anything else for that by person
   * @param done which deed has led here, null when none
   */
  @GetMapping(PATH)
  String list(
      StaffIdentity staff,
      @RequestParam(required = false) @Nullable String by,
      @RequestParam(required = false) @Nullable String page,
      @RequestParam(required = false) @Nullable String done,
      Model model) {
    model.addAttribute("done", done);
    return listing(staff, order(by), Pages.number(page), model);
  }

  String listing(StaffIdentity staff, GrantReview.Order order, int page, Model model) {
    Pages<ReviewedGrant> grants =
        transactions.within(
            staff.institution(),
            () -> Pages.of((skip, most) -> review.list(order, skip, most), page));
    model.addAttribute("grants", grants);
    model.addAttribute("order", order.name());
    model.addAttribute("administrates", staff.mayActAs(StaffRole.ADMINISTRATOR));
    model.addAttribute("now", clock.instant());
    return "console/grants";
  }

  static GrantReview.Order order(@Nullable String by) {
    return "affair".equals(by) ? GrantReview.Order.AFFAIR : GrantReview.Order.PERSON;
  }

  /** Which grant it is, before it ends. */
  @OpenTo(StaffRole.ADMINISTRATOR)
  @GetMapping(PATH + "/revocation")
  String ask(StaffIdentity staff, Place place, Model model) {
    Optional<ReviewedGrant> grant =
        transactions.within(
            staff.institution(), () -> review.find(place.setNumber(), place.positionNumber()));
    model.addAttribute(
        "grant", grant.orElseThrow(() -> PageRefusal.notFound(ErrorCode.SCM_GRANT_UNKNOWN)));
    return "console/grant-revocation";
  }

  @OpenTo(StaffRole.ADMINISTRATOR)
  @PostMapping(PATH + "/revocation")
  String revoke(
      StaffIdentity staff,
      Place place,
      @RequestParam(required = false) @Nullable String reason,
      Model model,
      HttpServletResponse response) {
    String why = reason == null ? "" : reason.strip();
    return switch (revoke.revoke(staff, place.setNumber(), place.positionNumber(), why)) {
      case Done done -> "redirect:" + PATH + "?done=revoked";
      case Refused refused -> {
        Deeds.refuse(refused.code(), model, response);
        yield refused.code() == ErrorCode.SCM_GRANT_REASON
            ? ask(staff, place, model)
            : listing(staff, GrantReview.Order.PERSON, 0, model);
      }
    };
  }

  /**
   * Where a page showed a grant.
   *
   * @param set number of the set
   * @param position in the set
   */
  record Place(@Nullable String set, @Nullable String position) {

    int setNumber() {
      return number(set);
    }

    int positionNumber() {
      return number(position);
    }

    private static int number(@Nullable String text) {
      return text != null && text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : 0;
    }
  }
}
