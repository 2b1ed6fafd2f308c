package jp.chukan.gateway.backup;

import java.time.Instant;
import java.util.List;
import jp.chukan.gateway.backup.BackupManifest.Head;

/**
 * What was backed up; nothing personal.
 *
 * @param file its name in the folder of backups
 * @param bytes size of the file
 * @param sha256 of the file, in hexadecimal digits
 * @param takenAt the moment to which it goes back
 * @param frozenMillis how long the broker confirmed nothing for it, in milliseconds
 * @param heads newest heads of the evidence in it
 */
record BackupReport(
    String file, long bytes, String sha256, Instant takenAt, long frozenMillis, List<Head> heads) {
  BackupReport {
    heads = List.copyOf(heads);
  }
}
