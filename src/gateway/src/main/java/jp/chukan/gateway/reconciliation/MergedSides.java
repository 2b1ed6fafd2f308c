package jp.chukan.gateway.reconciliation;

import java.util.Iterator;
import java.util.Objects;
import jp.chukan.gateway.replica.ReplicaSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * Walks through both sides at once, each in {@link Comparison#ORDER}: two records are in memory at
 * a time, however many there are.
 */
final class MergedSides {
  private final Iterator<RegisterRecord> register;
  private final Iterator<ReplicaSnapshot> replicas;
  private @Nullable RegisterRecord record;
  private @Nullable ReplicaSnapshot replica;

  MergedSides(Iterator<RegisterRecord> register, Iterator<ReplicaSnapshot> replicas) {
    this.register = register;
    this.replicas = replicas;
    this.record = next(register);
    this.replica = next(replicas);
  }

  /** Takes what stands at one key. */
  interface Taker {
    /** In the register alone. */
    void missing(RegisterRecord record);

    /** As 「副本」 alone. */
    void extra(ReplicaSnapshot replica);

    /** On both sides. */
    void both(RegisterRecord record, ReplicaSnapshot replica);
  }

  void walk(Taker taker) {
    while (record != null || replica != null) {
      if (replica == null || record != null && order(record, replica) < 0) {
        taker.missing(takeRecord());
      } else if (record == null || order(record, replica) > 0) {
        taker.extra(takeReplica());
      } else {
        taker.both(takeRecord(), takeReplica());
      }
    }
  }

  private static int order(RegisterRecord record, ReplicaSnapshot replica) {
    return Comparison.ORDER.compare(record.key(), replica.key());
  }

  private RegisterRecord takeRecord() {
    RegisterRecord taken = Objects.requireNonNull(record);
    record = next(register);
    return taken;
  }

  private ReplicaSnapshot takeReplica() {
    ReplicaSnapshot taken = Objects.requireNonNull(replica);
    replica = next(replicas);
    return taken;
  }

  private static <T> @Nullable T next(Iterator<T> side) {
    return side.hasNext() ? side.next() : null;
  }
}
