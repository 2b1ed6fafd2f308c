package jp.chukan.gateway.kernel;

import java.util.List;

/** Takes what has to leave, in the transaction of the decision; a relay publishes it afterwards. */
public interface Outbox {

  /** Keeps the message in the open transaction, which must be its institution's. */
  default void put(OutgoingMessage message) {
    putAll(List.of(message));
  }

  /** Keeps all of them at once, in their order; all are of the institution of the transaction. */
  void putAll(List<OutgoingMessage> messages);
}
