package jp.chukan.gateway.job;

import java.util.Optional;
import java.util.stream.Stream;

/** The 「ジョブ」 that there are. Each has a route, which says when it runs and who does the work. */
public enum Job {
  /** Fetches the 「照会許可照合リスト」, so that a push that got lost is caught up. */
  FETCH_PERMISSION_MATCHING_LIST("fetch-permission-matching-list", false),
  /** Fetches the 「信頼リスト」 of the network. */
  FETCH_TRUST_LIST("fetch-trust-list", false),
  /** Fetches 「失効情報」 before what is held is old. */
  REFRESH_REVOCATION("refresh-revocation", false),
  /** Seals what is kept as evidence. */
  SEAL_LEAVES("seal-leaves", false),
  /** Has the heads over the evidence stamped. */
  STAMP_HEADS("stamp-heads", false),
  /** Removes records whose 「保管期限」 is over (MS-62). */
  PURGE_RECORDS("purge-records", true),
  /** Ends inquiries that nobody answers in time. */
  EXPIRE_INQUIRIES("expire-inquiries", false),
  /** Removes what was provided once it has been fetched and its 「保管期限」 is over (MS-62). */
  REMOVE_INQUIRY_CONTENTS("remove-inquiry-contents", true),
  /** Ends held cases whose permit has run out. */
  EXPIRE_HELD_CASES("expire-held-cases", false),
  /** Tells staff by mail that cases wait. */
  TELL_OF_WAITING_CASES("tell-of-waiting-cases", false),
  /** Ends sessions that nobody came back to. */
  END_IDLE_SESSIONS("end-idle-sessions", false),
  /** Looks how long the certificates in use still hold. */
  CHECK_CERTIFICATES("check-certificates", false),
  /** Reads the keys again, so that they are replaced while the server runs. */
  RELOAD_KEYS("reload-keys", false),
  /** Gives an institution a new data key. */
  ADD_DATA_KEY("add-data-key", false),
  /** Wraps data keys anew under the newest master key. */
  REWRAP_DATA_KEYS("rewrap-data-keys", false),
  /** Compares files of the register with the 「副本」 (MS-52). */
  COMPARE_REGISTER("compare-register", false),
  /** Removes what a comparison found once its retention is over (MS-61). */
  REMOVE_FINDINGS("remove-findings", true),
  /** Compares the records with those of the network and of the other parties (MS-12). */
  COMPARE_RECORDS("compare-records", false),
  /** Counts the records of days that are over (JN-23). */
  KEEP_STATISTICS("keep-statistics", false),
  /** Backs up database, journal and keys (MU-12). */
  TAKE_BACKUP("take-backup", false),
  /** Removes what came of runs long ago. */
  PRUNE_JOB_RUNS("prune-job-runs", false);

  private final String id;
  private final boolean deletes;

  Job(String id, boolean deletes) {
    this.id = id;
    this.deletes = deletes;
  }

  /** The job of this name, or empty when there is none. */
  public static Optional<Job> of(String id) {
    return Stream.of(values()).filter(job -> job.id.equals(id)).findFirst();
  }

  /** Its name in routes, addresses and measures. */
  public String id() {
    return id;
  }

  /** Whether it deletes personal data, which only the institution itself has done (MS-63). */
  public boolean deletes() {
    return deletes;
  }
}
