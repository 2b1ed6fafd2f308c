package jp.chukan.gateway.backup;

import java.time.Instant;
import java.util.List;
import jp.chukan.gateway.backup.BackupManifest.Head;
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

  /**
   * A backup that is whole.
   *
   * @param file its name in the folder of backups
   * @param bytes size of the file
   * @param sha256 of the file, in hexadecimal digits
   * @param takenAt the moment to which it goes back
   * @param frozenMillis how long the broker confirmed nothing for it, in milliseconds
   * @param heads newest heads of the evidence in it
   */
  record Made(
      String file,
      long bytes,
      String sha256,
      Instant takenAt,
      long frozenMillis,
      List<Head> heads) {
    Made {
      heads = List.copyOf(heads);
    }

    static Made of(BackupReport report) {
      return new Made(
          report.file(),
          report.bytes(),
          report.sha256(),
          report.takenAt(),
          report.frozen().toMillis(),
          report.heads());
    }
  }

  @PostMapping(path = "/operation/backups", produces = MediaType.APPLICATION_JSON_VALUE)
  Made make() {
    return backup.take(JobProgress.unfollowed()).map(Made::of).orElseThrow();
  }
}
