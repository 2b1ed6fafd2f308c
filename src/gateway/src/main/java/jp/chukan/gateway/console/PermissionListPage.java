package jp.chukan.gateway.console;

import java.time.InstantSource;
import java.util.List;
import jp.chukan.contract.code.AffairCode;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ProcedureCode;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.kernel.JapanDay;
import jp.chukan.gateway.permission.InquiryTuple;
import jp.chukan.gateway.permission.ListDecision;
import jp.chukan.gateway.permission.PermissionListVersions;
import jp.chukan.gateway.permission.PermissionListVersions.ListRow;
import jp.chukan.gateway.permission.PermissionMatchingLists;
import jp.chukan.gateway.staff.OpenTo;
import jp.chukan.gateway.staff.StaffIdentity;
import jp.chukan.gateway.staff.StaffRole;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** 「照会許可照合リスト」: versions, age, and the test of one tuple against the list in force. */
@Controller
@OpenTo({StaffRole.AUDITOR, StaffRole.ADMINISTRATOR})
class PermissionListPage {
  private static final int VERSIONS = 20;

  private final PermissionMatchingLists lists;
  private final PermissionListVersions versions;
  private final InstitutionTransactions transactions;
  private final InstantSource clock;

  PermissionListPage(
      PermissionMatchingLists lists,
      PermissionListVersions versions,
      InstitutionTransactions transactions,
      InstantSource clock) {
    this.lists = lists;
    this.versions = versions;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * The tuple that is tested, as typed.
   *
   * @param inquirer 照会者
   * @param affair 事務
   * @param procedure 事務手続
   * @param provider 提供者
   * @param information 特定個人情報名
   */
  record Question(
      @Nullable String inquirer,
      @Nullable String affair,
      @Nullable String procedure,
      @Nullable String provider,
      @Nullable String information) {

    boolean isAsked() {
      return inquirer != null
          && affair != null
          && procedure != null
          && provider != null
          && information != null;
    }

    /**
     * @throws InvalidInputException when a code has another form
     */
    InquiryTuple tuple() {
      return new InquiryTuple(
          new InstitutionCode(typed(inquirer)),
          new AffairCode(typed(affair)),
          new ProcedureCode(typed(procedure)),
          new InstitutionCode(typed(provider)),
          new SpecificPersonalInformationCode(typed(information)));
    }

    private static String typed(@Nullable String text) {
      return text == null ? "" : text.strip();
    }
  }

  @GetMapping("/console/permission-list")
  String show(StaffIdentity staff, Question question, Model model) {
    transactions.run(
        staff.institution(),
        () -> {
          model.addAttribute("inForce", lists.inForce().orElse(null));
          model.addAttribute("versions", versions.newest(VERSIONS));
          model.addAttribute("question", question);
          if (question.isAsked()) {
            test(question, model);
          }
        });
    return "console/permission-list";
  }

  private void test(Question question, Model model) {
    InquiryTuple tuple;
    try {
      tuple = question.tuple();
    } catch (InvalidInputException e) {
      model.addAttribute("faultyForm", e.refusal());
      return;
    }
    switch (lists.check(tuple, JapanDay.of(clock.instant()))) {
      case ListDecision.Permitted(int version) ->
          decided(model, "list.PERMITTED", version, versions.rows(version, tuple));
      case ListDecision.NotPermitted(int version) ->
          decided(model, "list.NOT_PERMITTED", version, versions.rows(version, tuple));
      case ListDecision.NoList() -> decided(model, "list.NO_LIST", null, List.of());
    }
  }

  private static void decided(
      Model model, String decision, @Nullable Integer version, List<ListRow> rows) {
    model.addAttribute("decision", decision);
    model.addAttribute("version", version);
    model.addAttribute("rows", rows);
  }
}
