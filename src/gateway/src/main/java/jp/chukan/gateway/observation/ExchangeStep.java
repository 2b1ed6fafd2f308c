package jp.chukan.gateway.observation;

/** The times of an exchange, each from one moment of it to another. */
enum ExchangeStep {
  /** From the arrival of the request to the record that says how it stands. */
  DECISION,
  /** From the decision to the broker, which holds what leaves. */
  PUBLICATION,
  /** From the broker to the network's receipt. */
  RECEIPT,
  /** From the arrival to the network's receipt; only where a request is answered. */
  WHOLE
}
