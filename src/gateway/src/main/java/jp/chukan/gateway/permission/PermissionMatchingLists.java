package jp.chukan.gateway.permission;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import jp.chukan.contract.code.AffairCode;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/**
 * The one component that owns the 「照会許可照合リスト」 (MS-42): which version is in force, and what it
 * permits (MS-01). Unknown list means deny (MS-02). The version in force stays in memory; whether
 * another node has stored a newer one is looked up at most once a second.
 */
@Component
public class PermissionMatchingLists implements InitializingBean {
  private static final Duration LOOK_AGAIN_AFTER = Duration.ofSeconds(1);

  private final PermissionListStore store;
  private final InstantSource clock;
  private final ReentrantLock refreshing = new ReentrantLock();
  private volatile @Nullable PermissionIndex index;
  private volatile Instant lookedAt = Instant.MIN;

  PermissionMatchingLists(PermissionListStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * Whether this inquiry is on the list in force.
   *
   * @param on the day in question; the periods of the entries are inclusive
   */
  public ListDecision check(InquiryTuple tuple, LocalDate on) {
    return ask(index -> index.check(tuple, on));
  }

  /** Whether the list in force names this affair as one for which anybody may inquire (MS-35). */
  public ListDecision checkAffair(AffairCode affair, LocalDate on) {
    return ask(index -> index.checkAffair(affair, on));
  }

  /** The list in force, or empty while none was received. */
  public Optional<ListInForce> inForce() {
    return Optional.ofNullable(current()).map(PermissionIndex::list);
  }

  /** A server that starts with a list answers its first request as fast as any other. */
  @Override
  public void afterPropertiesSet() {
    refresh();
  }

  /** Looks for a newer version now. */
  void refresh() {
    refreshing.lock();
    try {
      load();
    } finally {
      refreshing.unlock();
    }
  }

  private ListDecision ask(Function<PermissionIndex, ListDecision> question) {
    PermissionIndex current = current();
    return current == null ? new ListDecision.NoList() : question.apply(current);
  }

  private @Nullable PermissionIndex current() {
    boolean due = clock.instant().isAfter(lookedAt.plus(LOOK_AGAIN_AFTER));
    // One thread looks; the others go on with what was in force a moment ago.
    if (due && refreshing.tryLock()) {
      try {
        load();
      } finally {
        refreshing.unlock();
      }
    }
    return index;
  }

  private void load() {
    Instant now = clock.instant();
    PermissionIndex known = index;
    Optional<StoredList> newest = store.newest();
    if (newest.isPresent()
        && (known == null || known.list().version() != newest.get().list().version())) {
      index = store.load(newest.get().list());
    }
    lookedAt = now;
  }
}
