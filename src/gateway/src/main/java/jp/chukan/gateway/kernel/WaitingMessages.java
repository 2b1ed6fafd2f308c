package jp.chukan.gateway.kernel;

import java.util.OptionalLong;

/** How much waits in a queue of the broker. */
public interface WaitingMessages {

  /** Messages in the queue of this name; empty when the broker does not tell. */
  OptionalLong in(String queue);
}
