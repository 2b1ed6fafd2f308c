package jp.chukan.gateway.console;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.error.Refusal;
import jp.chukan.gateway.console.OpenReplicas.Opened;
import jp.chukan.gateway.correction.CorrectionDesk;
import jp.chukan.gateway.correction.ReplicaProposal;
import jp.chukan.gateway.correction.ReplicaView.ShownReplica;
import jp.chukan.gateway.layout.LayoutItem;
import jp.chukan.gateway.staff.OpenTo;
import jp.chukan.gateway.staff.StaffIdentity;
import jp.chukan.gateway.staff.StaffRole;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * 「副本」: those of one person, who is named by two identifiers (MU-26), and the proposals about any,
 * which say nothing about the person (MS-54, MS-76).
 */
@Controller
@OpenTo({StaffRole.OFFICER, StaffRole.APPROVER})
class ReplicasPage {
  private final CorrectionDesk desk;
  private final OpenReplicas replicas;
  private final Names names;

  ReplicasPage(CorrectionDesk desk, OpenReplicas replicas, Names names) {
    this.desk = desk;
    this.replicas = replicas;
    this.names = names;
  }

  /**
   * One item that holds a value.
   *
   * @param code 「項目コード」
   * @param name name for staff
   * @param value as staff read it
   */
  record ShownItem(String code, String name, String value) {

    /** In the order of the layout; what it lacks by now at the end. */
    static List<ShownItem> of(ShownReplica replica) {
      Map<ItemCode, String> values = new LinkedHashMap<>(replica.stored().items());
      List<ShownItem> items = new ArrayList<>();
      for (LayoutItem item : replica.layout().items()) {
        String value = values.remove(item.code());
        if (value != null) {
          items.add(new ShownItem(item.code().value(), item.name(), ItemField.text(item, value)));
        }
      }
      values.forEach((code, value) -> items.add(new ShownItem(code.value(), code.value(), value)));
      return items;
    }

    /** Never shows the value. */
    @Override
    public String toString() {
      return "ShownItem[" + code + "]";
    }
  }

  /**
   * @param all anything shows proposals that have ended too
   */
  @GetMapping("/console/replicas")
  String show(
      StaffIdentity staff,
      @RequestParam(required = false) @Nullable String all,
      @RequestParam(required = false) @Nullable String page,
      Model model) {
    return list(staff, ReplicaQuestion.EMPTY, all != null, Pages.number(page), model);
  }

  @PostMapping("/console/replicas")
  String find(
      StaffIdentity staff, ReplicaQuestion question, HttpServletResponse response, Model model) {
    if (!Purpose.isStated(question.purpose())) {
      model.addAttribute("purposeMissing", true);
      return list(staff, question, false, 0, model);
    }
    return switch (replicas.open(staff, question)) {
      case Opened.Shown shown -> {
        model.addAttribute("question", question);
        model.addAttribute("opened", shown);
        model.addAttribute("officer", staff.mayActAs(StaffRole.OFFICER));
        model.addAttribute(
            "records",
            shown.replicas().replicas().stream()
                .map(one -> new ShownRecord(one, ShownItem.of(one)))
                .toList());
        yield "console/replica";
      }
      case Opened.Refused refused -> {
        response.setStatus(ReplicaStatus.of(refused.refusal().code()).value());
        yield refuse(staff, question, refused.refusal(), model);
      }
    };
  }

  /**
   * @param replica one record
   * @param items those that hold a value, in the order in which they are stored
   */
  record ShownRecord(ShownReplica replica, List<ShownItem> items) {}

  /** The search again with what was typed, and why nothing is shown. */
  String refuse(StaffIdentity staff, ReplicaQuestion question, Refusal refusal, Model model) {
    model.addAttribute("fault", refusal);
    return list(staff, question, false, 0, model);
  }

  private String list(
      StaffIdentity staff, ReplicaQuestion question, boolean all, int number, Model model) {
    Pages<ReplicaProposal> proposals =
        Pages.of((skip, most) -> desk.page(staff, all, skip, most), number);
    model.addAttribute("all", all);
    model.addAttribute("question", question);
    model.addAttribute("information", desk.informationOf(staff));
    model.addAttribute("proposals", proposals);
    model.addAttribute("names", names);
    return "console/replicas";
  }
}
