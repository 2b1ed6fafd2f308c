package jp.chukan.gateway.console;

import java.time.InstantSource;
import jp.chukan.gateway.crypto.DataKeys;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.staff.OpenTo;
import jp.chukan.gateway.staff.StaffIdentity;
import jp.chukan.gateway.staff.StaffRole;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Keys and certificates with their age and end; ids only, never anything of a key. */
@Controller
@OpenTo({StaffRole.AUDITOR, StaffRole.ADMINISTRATOR, StaffRole.OPERATOR})
class KeysPage {
  private final KeyLook keys;
  private final DataKeys dataKeys;
  private final InstitutionTransactions transactions;
  private final InstantSource clock;

  KeysPage(
      KeyLook keys, DataKeys dataKeys, InstitutionTransactions transactions, InstantSource clock) {
    this.keys = keys;
    this.dataKeys = dataKeys;
    this.transactions = transactions;
    this.clock = clock;
  }

  @GetMapping("/console/keys")
  String show(StaffIdentity staff, Model model) {
    model.addAttribute("now", clock.instant());
    model.addAttribute("certificates", keys.certificates(staff));
    model.addAttribute("inUse", keys.inUse());
    model.addAttribute("unusable", keys.unusable(staff));
    model.addAttribute("clients", keys.clients(staff));
    model.addAttribute("revocations", keys.revocations());
    model.addAttribute("trustList", keys.trustList().orElse(null));
    model.addAttribute("near", keys.near(staff));
    model.addAttribute("dataKeys", transactions.within(staff.institution(), dataKeys::all));
    return "console/keys";
  }
}
