package jp.chukan.gateway.permission;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import jp.chukan.contract.code.AffairCode;
import jp.chukan.gateway.kernel.NewestVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/**
 * The one component that owns the 「照会許可照合リスト」 (MS-42): which version is in force, and what it
 * permits (MS-01). Unknown list means deny (MS-02). The version in force stays in memory.
 */
@Component
public class PermissionMatchingLists implements InitializingBean {
  private final PermissionListStore store;
  private final NewestVersion<PermissionIndex> index;

  PermissionMatchingLists(PermissionListStore store, InstantSource clock) {
    this.store = store;
    this.index = new NewestVersion<>(clock, this::newest);
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

  /** Whether nobody inquires in the name of this affair, whatever a list says (MS-16). */
  public boolean providesOnly(AffairCode affair) {
    return ProviderOnlyAffairs.holds(affair);
  }

  /** The list in force, or empty while none was received. */
  public Optional<ListInForce> inForce() {
    return Optional.ofNullable(index.current()).map(PermissionIndex::list);
  }

  /** A server that starts with a list answers its first request as fast as any other. */
  @Override
  public void afterPropertiesSet() {
    refresh();
  }

  /** Looks for a newer version now. */
  void refresh() {
    index.refresh();
  }

  private ListDecision ask(Function<PermissionIndex, ListDecision> question) {
    PermissionIndex current = index.current();
    return current == null ? new ListDecision.NoList() : question.apply(current);
  }

  private @Nullable PermissionIndex newest(@Nullable PermissionIndex known) {
    Optional<StoredList> newest = store.newest();
    return newest.isEmpty()
            || (known != null && known.list().version() == newest.get().list().version())
        ? known
        : store.load(newest.get().list());
  }
}
