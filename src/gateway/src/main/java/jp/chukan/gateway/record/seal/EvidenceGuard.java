package jp.chukan.gateway.record.seal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import jp.chukan.contract.code.InstitutionCode;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Says whether evidence is kept: whether every record comes under a head that is signed and, where
 * there is an authority, stamped, before the limit. Where it is not, nothing is provided (fail
 * closed), because nobody could show afterwards that the records are those of the deeds.
 */
@Component
public class EvidenceGuard {
  private static final Duration FRESH = Duration.ofSeconds(1);

  private final TreeHeads heads;
  private final TreeLeaves leaves;
  private final boolean stamped;
  private final Duration limit;
  private final InstantSource clock;

  private record Reading(EvidenceState state, Instant at) {}

  /** No more entries than there are institutions. */
  private final Map<InstitutionCode, Reading> readings = new ConcurrentHashMap<>();

  EvidenceGuard(
      TreeHeads heads,
      TreeLeaves leaves,
      EvidenceSettings settings,
      @Value("${chukan.evidence.time-stamp.url}") String authority,
      InstantSource clock) {
    this.heads = heads;
    this.leaves = leaves;
    this.stamped = !authority.isEmpty();
    this.limit = settings.limit();
    this.clock = clock;
  }

  /** Asks in the open transaction of the institution. */
  public boolean isOverdue(InstitutionCode institution) {
    Instant now = clock.instant();
    return state(institution, now).isOverdue(now);
  }

  /** How far evidence is behind, at most a second old; in the open transaction. */
  public EvidenceState state(InstitutionCode institution, Instant now) {
    Reading last = readings.get(institution);
    if (last != null && last.at.plus(FRESH).isAfter(now) && !now.isBefore(last.at)) {
      return last.state;
    }
    EvidenceState state = new EvidenceState(waitingSince(institution), limit);
    readings.put(institution, new Reading(state, now));
    return state;
  }

  private Optional<Instant> waitingSince(InstitutionCode institution) {
    Optional<StoredHead> proved = stamped ? heads.newestStamped() : heads.newest();
    long first = proved.map(StoredHead::treeSize).orElse(0L);
    return leaves.writtenAt(institution, first).or(() -> leaves.oldestNotPlaced(institution));
  }
}
