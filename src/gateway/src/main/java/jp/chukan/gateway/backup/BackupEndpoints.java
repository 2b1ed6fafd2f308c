package jp.chukan.gateway.backup;

import jp.chukan.gateway.kernel.JobProgress;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The operator has a backup made; it gets its name, never its content. */
@RestController
class BackupEndpoints {
  private final TakeBackup backup;

  BackupEndpoints(TakeBackup backup) {
    this.backup = backup;
  }

  @PostMapping(path = "/operation/backups", produces = MediaType.APPLICATION_JSON_VALUE)
  BackupReport make() {
    return backup.take(JobProgress.unfollowed()).orElseThrow();
  }
}
