package jp.chukan.gateway.console;

import java.util.List;
import jp.chukan.gateway.deadletter.DeadLetter;
import jp.chukan.gateway.deadletter.DeadLetters;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.kernel.ServedInstitutions;
import jp.chukan.gateway.operation.QueueDepths;
import jp.chukan.gateway.staff.OpenTo;
import jp.chukan.gateway.staff.StaffIdentity;
import jp.chukan.gateway.staff.StaffRole;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Queues and 「滞留電文」: who runs the platform sees how much waits and how many letters are dead at
 * which institution (MS-93); a 団体管理者 sees the dead letters of the own institution. What a message
 * says is shown to nobody.
 */
@Controller
@OpenTo({StaffRole.ADMINISTRATOR, StaffRole.OPERATOR})
class QueuesPage {
  private final QueueDepths queues;
  private final DeadLetters letters;
  private final ServedInstitutions institutions;
  private final InstitutionTransactions transactions;

  QueuesPage(
      QueueDepths queues,
      DeadLetters letters,
      ServedInstitutions institutions,
      InstitutionTransactions transactions) {
    this.queues = queues;
    this.letters = letters;
    this.institutions = institutions;
    this.transactions = transactions;
  }

  /**
   * Dead letters of one institution and kind.
   *
   * @param institution its name
   * @param count how many, and since when
   */
  record DeadCount(String institution, DeadLetters.Count count) {}

  /**
   * @param all anything shows letters that were decided about too
   */
  @GetMapping("/console/queues")
  String show(
      StaffIdentity staff,
      @RequestParam(required = false) @Nullable String all,
      @RequestParam(required = false) @Nullable String page,
      Model model) {
    if (staff.mayActAs(StaffRole.OPERATOR)) {
      model.addAttribute("queues", queues.all());
      model.addAttribute("dead", deadCounts());
    }
    if (staff.mayActAs(StaffRole.ADMINISTRATOR)) {
      Pages<DeadLetter> own =
          transactions.within(
              staff.institution(),
              () ->
                  Pages.of(
                      (skip, most) -> letters.page(all != null, skip, most), Pages.number(page)));
      model.addAttribute("letters", own);
      model.addAttribute("all", all != null);
    }
    return "console/queues";
  }

  private List<DeadCount> deadCounts() {
    return institutions.institutions().stream()
        .flatMap(
            each ->
                transactions.within(each.code(), letters::counts).stream()
                    .map(count -> new DeadCount(each.name(), count)))
        .toList();
  }
}
