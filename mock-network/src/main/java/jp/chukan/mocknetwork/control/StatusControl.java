package jp.chukan.mocknetwork.control;

import java.lang.management.ManagementFactory;
import java.util.List;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.mocknetwork.coresystem.PermissionLists;
import jp.chukan.mocknetwork.institution.InstitutionDirectory;
import jp.chukan.mocknetwork.institution.InstitutionRole;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Whether the country is ready, who is in it, and whether its core refuses on its own. */
@RestController
final class StatusControl {
  private final InstitutionDirectory institutions;
  private final PermissionLists lists;
  private volatile boolean ready;
  private volatile long readyAfterMillis;

  StatusControl(InstitutionDirectory institutions, PermissionLists lists) {
    this.institutions = institutions;
    this.lists = lists;
  }

  /**
   * How it stands.
   *
   * @param readyAfterMillis from the start of the process until it was ready, 0 before
   */
  record Status(boolean ready, int listVersion, boolean coreChecksList, long readyAfterMillis) {}

  record Party(InstitutionCode code, String name) {}

  record Parties(List<Party> municipalities, List<Party> inquirers, List<Party> providers) {}

  record CoreSettings(boolean checkList) {}

  @EventListener(ApplicationReadyEvent.class)
  void becomeReady() {
    readyAfterMillis = ManagementFactory.getRuntimeMXBean().getUptime();
    ready = true;
  }

  @GetMapping("/control/status")
  ResponseEntity<Status> status() {
    HttpStatus status = ready ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE;
    return ResponseEntity.status(status)
        .body(new Status(ready, lists.currentVersion(), lists.isChecking(), readyAfterMillis));
  }

  @GetMapping("/control/institutions")
  Parties institutions() {
    return new Parties(
        parties(InstitutionRole.SERVED),
        parties(InstitutionRole.INQUIRER),
        parties(InstitutionRole.PROVIDER));
  }

  private List<Party> parties(InstitutionRole role) {
    return institutions.withRole(role).stream()
        .map(institution -> new Party(institution.code(), institution.name()))
        .toList();
  }

  @PostMapping("/control/core")
  CoreSettings core(@RequestBody CoreSettings settings) {
    lists.setChecking(settings.checkList());
    return settings;
  }
}
