package jp.chukan.command.bench.measuring;

import java.io.IOException;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Several at the same time, each in a thread of its own. */
public final class Workers {
  private Workers() {}

  /**
   * Runs them all and waits for the last.
   *
   * @param count how many
   * @param worker made by its position; what it returns is how much it did
   * @return how much they did together
   */
  public static int run(int count, IntFunction<Callable<Integer>> worker) throws IOException {
    try (var threads = Executors.newFixedThreadPool(count)) {
      var running = new ArrayList<Future<Integer>>();
      for (int i = 0; i < count; i++) {
        running.add(threads.submit(worker.apply(i)));
      }
      int done = 0;
      for (var one : running) {
        done += one.get();
      }
      return done;
    } catch (ExecutionException e) {
      throw new IOException("cannot measure: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
