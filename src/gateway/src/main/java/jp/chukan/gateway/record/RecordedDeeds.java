package jp.chukan.gateway.record;

/** Is told of each record once the transaction of its deed has committed. */
public interface RecordedDeeds {

  void recorded(ProvisionRecord record);
}
