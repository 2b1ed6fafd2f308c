package jp.chukan.gateway.console;

import java.time.InstantSource;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.gateway.export.ExportApplication;
import jp.chukan.gateway.export.Exports;
import jp.chukan.gateway.staff.OpenTo;
import jp.chukan.gateway.staff.PageRefusal;
import jp.chukan.gateway.staff.StaffIdentity;
import jp.chukan.gateway.staff.StaffRole;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * 「出力の申請」: what somebody wants to take out and what became of it; who decides sees what waits
 * (JN-22). Whom an export is about is shown for a purpose only (MS-76).
 */
@Controller
@OpenTo({StaffRole.OFFICER, StaffRole.APPROVER, StaffRole.AUDITOR, StaffRole.ADMINISTRATOR})
class ExportsPage {
  static final String PATH = "/console/exports";

  private final Exports exports;
  private final InstantSource clock;

  ExportsPage(Exports exports, InstantSource clock) {
    this.exports = exports;
    this.clock = clock;
  }

  @GetMapping(PATH)
  String list(
      StaffIdentity staff,
      @RequestParam(required = false) @Nullable String page,
      @RequestParam(required = false) @Nullable String done,
      Model model) {
    model.addAttribute("done", done);
    model.addAttribute("now", clock.instant());
    model.addAttribute("limit", exports.limit());
    model.addAttribute("decides", staff.mayActAs(StaffRole.APPROVER) || administrates(staff));
    model.addAttribute("waiting", exports.waitingFor(staff, 0, Pages.ROWS));
    model.addAttribute(
        "own", Pages.of((skip, most) -> exports.own(staff, skip, most), Pages.number(page)));
    return "console/exports";
  }

  private static boolean administrates(StaffIdentity staff) {
    return staff.mayActAs(StaffRole.ADMINISTRATOR);
  }

  @GetMapping(PATH + "/{number}")
  String show(
      StaffIdentity staff,
      @PathVariable String number,
      @RequestParam(required = false) @Nullable String done,
      Model model) {
    model.addAttribute("done", done);
    return one(staff, number(number), model);
  }

  /** The same with whom it is about, once the purpose is kept. */
  @PostMapping(PATH + "/{number}/criteria")
  String look(
      StaffIdentity staff,
      @PathVariable String number,
      @RequestParam(required = false) @Nullable String purpose,
      Model model) {
    ExportApplication asked = find(staff, number(number));
    if (!Purpose.isStated(purpose)) {
      model.addAttribute("purposeMissing", true);
      return page(staff, asked, exports.criteria(staff, asked), model);
    }
    return page(staff, asked, exports.look(staff, asked, Purpose.of(purpose)), model);
  }

  /**
   * The page of one application, also after a deed that was refused.
   *
   * @throws PageRefusal when there is none that the person may see
   */
  String one(StaffIdentity staff, ReceptionNumber number, Model model) {
    ExportApplication asked = find(staff, number);
    return page(staff, asked, exports.criteria(staff, asked), model);
  }

  private ExportApplication find(StaffIdentity staff, ReceptionNumber number) {
    return exports
        .find(staff, number)
        .orElseThrow(() -> PageRefusal.notFound(ErrorCode.SCM_EXPORT_UNKNOWN));
  }

  private String page(
      StaffIdentity staff, ExportApplication asked, Exports.Shown criteria, Model model) {
    model.addAttribute("asked", asked);
    model.addAttribute("criteria", criteria);
    model.addAttribute("state", asked.state(clock.instant()));
    model.addAttribute("own", asked.appliedBy().equals(staff.user()));
    model.addAttribute("decides", exports.isToBeDecidedBy(staff, asked));
    model.addAttribute("takes", exports.isToBeTakenBy(staff, asked));
    return "console/export";
  }

  /**
   * @throws PageRefusal for what is no number, like for one that is not there
   */
  static ReceptionNumber number(String typed) {
    try {
      return new ReceptionNumber(typed);
    } catch (InvalidInputException e) {
      throw PageRefusal.notFound(ErrorCode.SCM_EXPORT_UNKNOWN);
    }
  }
}
