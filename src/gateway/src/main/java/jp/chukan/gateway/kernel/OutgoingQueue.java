package jp.chukan.gateway.kernel;

/** On which queue of the routes an outgoing message waits to leave. */
public enum OutgoingQueue {
  /** Answers of 「情報提供」; the body is what leaves. */
  ANSWER,
  /** 「情報照会」 of one institution; the body is the 「処理通番」, what leaves is made when it does. */
  INQUIRY
}
