package jp.chukan.gateway.replica;

import org.jspecify.annotations.Nullable;

/**
 * What is to become of one 「副本」.
 *
 * @param before as it was seen, null when nothing was stored
 * @param after as it is to be, null when it is to be deleted
 */
public record ReplicaChange(@Nullable ReplicaSnapshot before, @Nullable ReplicaDraft after) {

  /**
   * @throws IllegalArgumentException when there is neither, or they are of two 「副本」
   */
  public ReplicaChange {
    if (before == null && after == null
        || before != null && after != null && !before.key().equals(after.key())) {
      throw new IllegalArgumentException("a change is about one replica");
    }
  }

  /** Which 「副本」 it is about. */
  public ReplicaKey key() {
    if (after != null) {
      return after.key();
    }
    if (before != null) {
      return before.key();
    }
    throw new IllegalStateException("a change has a before or an after");
  }

  /** Never shows the content: it is what the law protects. */
  @Override
  public String toString() {
    return "ReplicaChange[redacted]";
  }
}
