package jp.chukan.gateway.job;

import jp.chukan.contract.error.ErrorCode;

/** What came of asking for a run, or for the end of one. */
public sealed interface JobOrder {

  /** A node sees to it within seconds. */
  record Taken() implements JobOrder {}

  /**
   * Nothing was changed:
   *
   * <ul>
   *   <li>{@link ErrorCode#SYM_JOB_UNKNOWN} no such job, or none of this person's institution
   *   <li>{@link ErrorCode#SYM_JOB_NOT_ALLOWED} not for this role
   *   <li>{@link ErrorCode#SYM_JOB_RUNNING} it runs, or somebody has asked for it
   *   <li>{@link ErrorCode#SYM_JOB_NOT_RUNNING} the run has ended, or is to end already
   * </ul>
   */
  record Refused(ErrorCode code) implements JobOrder {}
}
