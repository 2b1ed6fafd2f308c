package jp.chukan.gateway.console;

import java.util.stream.Stream;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.permission.PermissionListDifference;
import jp.chukan.gateway.permission.PermissionListDifference.Change;
import jp.chukan.gateway.permission.PermissionListDifference.Kind;
import jp.chukan.gateway.staff.OpenTo;
import jp.chukan.gateway.staff.PageRefusal;
import jp.chukan.gateway.staff.StaffIdentity;
import jp.chukan.gateway.staff.StaffRole;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What a version of the 「照会許可照合リスト」 changed, counted and in pages. */
@Controller
@OpenTo({StaffRole.AUDITOR, StaffRole.ADMINISTRATOR})
class PermissionDifferencePage {
  private final PermissionListDifference difference;
  private final Names names;
  private final InstitutionTransactions transactions;

  PermissionDifferencePage(
      PermissionListDifference difference, Names names, InstitutionTransactions transactions) {
    this.difference = difference;
    this.names = names;
    this.transactions = transactions;
  }

  @GetMapping("/console/permission-list/versions/{version:[0-9]{1,9}}")
  String show(
      StaffIdentity staff,
      @PathVariable int version,
      @RequestParam(required = false) @Nullable String kind,
      @RequestParam(required = false) @Nullable String page,
      Model model) {
    transactions.run(
        staff.institution(),
        () -> {
          if (!difference.isKnown(version)) {
            throw PageRefusal.unknownPage();
          }
          model.addAttribute("version", version);
          model.addAttribute("kinds", Kind.values());
          difference
              .before(version)
              .ifPresent(base -> fill(model, base, version, kind(kind), Pages.number(page)));
        });
    return "console/permission-difference";
  }

  private void fill(Model model, int base, int version, @Nullable Kind kind, int page) {
    Pages<Change> changes =
        Pages.of((skip, most) -> difference.changes(base, version, kind, skip, most), page);
    model.addAttribute("base", base);
    model.addAttribute("kind", kind);
    model.addAttribute("counts", difference.counts(base, version));
    model.addAttribute("changes", changes);
    model.addAttribute("names", names);
    model.addAttribute(
        "institutions",
        names.institutions(
            changes.rows().stream()
                .map(Change::tuple)
                .<InstitutionCode>flatMap(tuple -> Stream.of(tuple.inquirer(), tuple.provider()))
                .toList()));
  }

  private static @Nullable Kind kind(@Nullable String asked) {
    return Stream.of(Kind.values())
        .filter(kind -> kind.name().equals(asked))
        .findFirst()
        .orElse(null);
  }
}
