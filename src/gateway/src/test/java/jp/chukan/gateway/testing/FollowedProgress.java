package jp.chukan.gateway.testing;

import java.util.ArrayList;
import java.util.List;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.gateway.kernel.JobProgress;

/** Keeps what the work of a job tells, and ends it where a test wants it to end. */
public final class FollowedProgress implements JobProgress {
  private final long most;
  private final List<ErrorCode> faults = new ArrayList<>();
  private long done;
  private long whole;

  /** Of work that goes on to its own end. */
  public FollowedProgress() {
    this(Long.MAX_VALUE);
  }

  private FollowedProgress(long most) {
    this.most = most;
  }

  /** Of work that is to end once so much is done; with 0 at once. */
  public static FollowedProgress endingAfter(long done) {
    return new FollowedProgress(done);
  }

  public List<ErrorCode> faults() {
    return List.copyOf(faults);
  }

  /** So many it said were done. */
  public long done() {
    return done;
  }

  /** So many it said there are. */
  public long whole() {
    return whole;
  }

  @Override
  public void done(long more) {
    done += more;
  }

  @Override
  public void whole(long all) {
    whole = all;
  }

  @Override
  public boolean goesOn() {
    return done < most;
  }

  @Override
  public void fault(ErrorCode code) {
    faults.add(code);
  }
}
