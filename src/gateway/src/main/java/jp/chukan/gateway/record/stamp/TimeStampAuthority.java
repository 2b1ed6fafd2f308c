package jp.chukan.gateway.record.stamp;

/** 「時刻認証局」: somebody else who says when a document existed. */
@FunctionalInterface
public interface TimeStampAuthority {

  /**
   * Has the document stamped now and waits for it, outside of any transaction. Only a digest of it
   * leaves the server.
   */
  StampOutcome stamp(byte[] document);
}
