package jp.chukan.gateway.kernel;

import jp.chukan.contract.error.ErrorCode;

/**
 * What the work of a 「ジョブ」 tells while it runs, and how it hears that it is to end. Work that
 * repeats something asks {@link #goesOn} between two transactions, so that nothing is left half
 * done.
 */
public interface JobProgress {

  /** So many more are done. */
  void done(long more);

  /** So many there are in all, as far as it is known. */
  void whole(long all);

  /** Whether to go on; once it is not so it stays so. */
  boolean goesOn();

  /** Something could not be done: the rest goes on, and the run counts as failed. */
  void fault(ErrorCode code);

  /** Of work that nobody follows. */
  static JobProgress unfollowed() {
    return new JobProgress() {
      @Override
      public void done(long more) {}

      @Override
      public void whole(long all) {}

      @Override
      public boolean goesOn() {
        return true;
      }

      @Override
      public void fault(ErrorCode code) {}
    };
  }
}
