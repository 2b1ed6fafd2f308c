package jp.chukan.gateway.kernel;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What is in force, in memory, of something that comes in versions and is the same for every
 * institution. Whether another node has stored a newer one is looked up at most once a second.
 *
 * @param <T> the version in a form that answers questions
 */
public final class NewestVersion<T> {
  private static final Duration LOOK_AGAIN_AFTER = Duration.ofSeconds(1);

  /** Where versions are stored. */
  @FunctionalInterface
  public interface Look<T> {

    /**
     * @param known what is in memory, null for nothing
     * @return the newest version; the known one when there is nothing newer
     */
    @Nullable T beyond(@Nullable T known);
  }

  private final InstantSource clock;
  private final Look<T> look;
  private final ReentrantLock looking = new ReentrantLock();
  private volatile @Nullable T known;
  private volatile Instant lookedAt = Instant.MIN;

  public NewestVersion(InstantSource clock, Look<T> look) {
    this.clock = clock;
    this.look = look;
  }

  /** The version in force, null while there is none. */
  public @Nullable T current() {
    boolean due = clock.instant().isAfter(lookedAt.plus(LOOK_AGAIN_AFTER));
    // One thread looks; the others go on with what was in force a moment ago.
    if (due && looking.tryLock()) {
      try {
        look();
      } finally {
        looking.unlock();
      }
    }
    return known;
  }

  /** Looks for a newer version now. */
  public void refresh() {
    looking.lock();
    try {
      look();
    } finally {
      looking.unlock();
    }
  }

  private void look() {
    Instant now = clock.instant();
    known = look.beyond(known);
    lookedAt = now;
  }
}
