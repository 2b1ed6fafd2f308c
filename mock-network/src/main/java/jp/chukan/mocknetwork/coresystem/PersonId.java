package jp.chukan.mocknetwork.coresystem;

import java.util.UUID;

/**
 * The core's own number of a person; it never leaves the core.
 *
 * @param value random
 */
record PersonId(UUID value) {
  /** Never shows the value: it points at a person. */
  @Override
  public String toString() {
    return "PersonId[redacted]";
  }
}
