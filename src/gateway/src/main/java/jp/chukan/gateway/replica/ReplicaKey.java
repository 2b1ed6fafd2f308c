package jp.chukan.gateway.replica;

import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.contract.code.UnifiedAddresseeNumber;

/**
 * What one 「副本」 is found by: the same key again is the same 「副本」.
 *
 * @param addressee the person
 * @param information which 「特定個人情報」
 * @param dataSet item code of the data set
 * @param recordKey key of the record in the data set
 */
public record ReplicaKey(
    UnifiedAddresseeNumber addressee,
    SpecificPersonalInformationCode information,
    ItemCode dataSet,
    String recordKey) {

  /** Where the content belongs: it decrypts nowhere else. */
  String place() {
    return "replica:"
        + addressee.value()
        + ":"
        + information.value()
        + ":"
        + dataSet.value()
        + ":"
        + recordKey;
  }

  /** Never shows the key: it points at a person. */
  @Override
  public String toString() {
    return "ReplicaKey[redacted]";
  }
}
