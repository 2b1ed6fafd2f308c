package jp.chukan.gateway.job;

import jp.chukan.gateway.kernel.JobProgress;

/** Does what a job is for, once. */
@FunctionalInterface
public interface JobWork {

  /**
   * @throws RuntimeException when it failed; what was committed before is done
   */
  void work(JobProgress progress);
}
