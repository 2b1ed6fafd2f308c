package jp.chukan.gateway.console;

import java.time.InstantSource;
import jp.chukan.gateway.institution.InstitutionSearch;
import jp.chukan.gateway.institution.Institutions;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.kernel.JapanDay;
import jp.chukan.gateway.layout.StandardLayouts;
import jp.chukan.gateway.staff.OpenTo;
import jp.chukan.gateway.staff.StaffIdentity;
import jp.chukan.gateway.staff.StaffRole;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The 「機関マスタ」 in force, searched by code or name, and the layouts in force. */
@Controller
@OpenTo(StaffRole.ADMINISTRATOR)
class InstitutionsPage {
  private final Institutions institutions;
  private final InstitutionSearch search;
  private final StandardLayouts layouts;
  private final InstitutionTransactions transactions;
  private final InstantSource clock;

  InstitutionsPage(
      Institutions institutions,
      InstitutionSearch search,
      StandardLayouts layouts,
      InstitutionTransactions transactions,
      InstantSource clock) {
    this.institutions = institutions;
    this.search = search;
    this.layouts = layouts;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * @param text beginning of a code, or a part of a name
   */
  @GetMapping("/console/institutions")
  String show(
      StaffIdentity staff,
      @RequestParam(name = "text", required = false) @Nullable String text,
      Model model) {
    model.addAttribute("master", institutions.inForce().orElse(null));
    model.addAttribute("layouts", layouts.inForceOn(JapanDay.of(clock.instant())));
    model.addAttribute("text", text == null ? "" : text.strip());
    if (text != null && !text.isBlank()) {
      model.addAttribute(
          "found",
          transactions.within(staff.institution(), () -> search.find(text.strip(), Pages.ROWS)));
    }
    return "console/institutions";
  }
}
