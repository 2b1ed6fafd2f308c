package jp.chukan.gateway.console;

import jp.chukan.gateway.operation.PartsHealth;
import jp.chukan.gateway.operation.QueueDepths;
import jp.chukan.gateway.staff.OpenTo;
import jp.chukan.gateway.staff.StaffRole;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** How the platform runs, for who runs it: parts and queues, nothing of anybody (MS-93). */
@Controller
@OpenTo(StaffRole.OPERATOR)
class HealthPage {
  private final PartsHealth parts;
  private final QueueDepths queues;

  HealthPage(PartsHealth parts, QueueDepths queues) {
    this.parts = parts;
    this.queues = queues;
  }

  @GetMapping("/console/health")
  String show(Model model) {
    model.addAttribute("parts", parts.all());
    model.addAttribute("queues", queues.all());
    return "console/health";
  }
}
