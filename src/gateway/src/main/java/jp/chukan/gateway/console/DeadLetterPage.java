package jp.chukan.gateway.console;

import jakarta.servlet.http.HttpServletResponse;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.gateway.deadletter.DeadLetter;
import jp.chukan.gateway.deadletter.DeadLetters;
import jp.chukan.gateway.deadletter.DecideDeadLetter;
import jp.chukan.gateway.deadletter.LetterNumber;
import jp.chukan.gateway.deadletter.LetterOutcome;
import jp.chukan.gateway.deadletter.LetterReason;
import jp.chukan.gateway.kernel.InstitutionTransactions;
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

/** One 「滞留電文」 of the own institution, which a 団体管理者 sends again or discards, with a reason. */
@Controller
@OpenTo(StaffRole.ADMINISTRATOR)
class DeadLetterPage {
  private static final String PATH = "/console/queues/dead-letters/{number}";
  private static final int CONFLICT = 409;

  private final DeadLetters letters;
  private final DecideDeadLetter decide;
  private final InstitutionTransactions transactions;

  DeadLetterPage(
      DeadLetters letters, DecideDeadLetter decide, InstitutionTransactions transactions) {
    this.letters = letters;
    this.decide = decide;
    this.transactions = transactions;
  }

  @GetMapping(PATH)
  String show(StaffIdentity staff, @PathVariable String number, Model model) {
    model.addAttribute("letter", find(staff, new LetterNumber(number)));
    return "console/dead-letter";
  }

  /** Which of the two. */
  private interface Deed {
    LetterOutcome on(LetterNumber number, LetterReason reason);
  }

  @PostMapping(PATH + "/redrive")
  String redrive(
      StaffIdentity staff,
      @PathVariable String number,
      @RequestParam(required = false) @Nullable String reason,
      Model model,
      HttpServletResponse response) {
    return act(
        staff, number, reason, model, response, (one, why) -> decide.redrive(staff, one, why));
  }

  @PostMapping(PATH + "/discard")
  String discard(
      StaffIdentity staff,
      @PathVariable String number,
      @RequestParam(required = false) @Nullable String reason,
      Model model,
      HttpServletResponse response) {
    return act(
        staff, number, reason, model, response, (one, why) -> decide.discard(staff, one, why));
  }

  private String act(
      StaffIdentity staff,
      String typed,
      @Nullable String typedReason,
      Model model,
      HttpServletResponse response,
      Deed deed) {
    LetterNumber number = new LetterNumber(typed);
    LetterReason reason;
    try {
      reason = new LetterReason(typedReason == null ? "" : typedReason);
    } catch (InvalidInputException missing) {
      model.addAttribute("reasonMissing", true);
      return show(staff, typed, model);
    }
    return switch (deed.on(number, reason)) {
      case LetterOutcome.Done done -> "redirect:/console/queues/dead-letters/" + number;
      case LetterOutcome.Unknown unknown ->
          throw PageRefusal.notFound(ErrorCode.SYM_LETTER_UNKNOWN);
      case LetterOutcome.Refused(ErrorCode code) -> {
        model.addAttribute("refused", code);
        response.setStatus(CONFLICT);
        yield show(staff, typed, model);
      }
    };
  }

  private DeadLetter find(StaffIdentity staff, LetterNumber number) {
    return transactions
        .within(staff.institution(), () -> letters.find(number))
        .orElseThrow(() -> PageRefusal.notFound(ErrorCode.SYM_LETTER_UNKNOWN));
  }
}
