package jp.chukan.gateway.job;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import jp.chukan.gateway.kernel.JobProgress;
import org.jspecify.annotations.Nullable;

/** Work that goes on, thing by thing, as the test lets it. */
final class HeldWork implements JobWork {
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch released = new CountDownLatch(1);
  private @Nullable CompletableFuture<Boolean> turn;

  @Override
  public void work(JobProgress progress) {
    progress.done(1);
    begun.countDown();
    await(released);
    if (progress.goesOn()) {
      progress.done(1);
    }
  }

  /** Begins on another thread and has done one thing when this returns. */
  HeldWork beginOn(JobNode node, JobKey key) {
    turn = CompletableFuture.supplyAsync(() -> node.turns.turn(key, this));
    await(begun);
    return this;
  }

  /** Lets it go on, and waits until it has come back. */
  void end() {
    released.countDown();
    java.util.Objects.requireNonNull(turn).join();
  }

  private static void await(CountDownLatch latch) {
    try {
      if (!latch.await(20, TimeUnit.SECONDS)) {
        throw new IllegalStateException("the work neither begins nor ends");
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
