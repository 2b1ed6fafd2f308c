package jp.chukan.gateway.kernel;

/** Takes what has to leave, in the transaction of the decision; a relay publishes it afterwards. */
public interface Outbox {

  /** Keeps the message in the open transaction, which must be its institution's. */
  void put(OutgoingMessage message);
}
