package jp.chukan.gateway.reconciliation;

import java.util.List;
import jp.chukan.contract.code.RecordIdentificationNumber;
import jp.chukan.gateway.replica.ReplicaKey;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a finding, encrypted: no more than it takes to show and to repair it.
 *
 * @param kind what is wrong
 * @param key which record
 * @param differences in which items; empty unless both sides have the record
 * @param seen 「レコード識別番号」 that had written the 「副本」, null when there is none
 * @param register what the register says, null when it has no such record
 */
record FoundDifference(
    FindingKind kind,
    ReplicaKey key,
    List<ItemDifference> differences,
    @Nullable RecordIdentificationNumber seen,
    @Nullable RegisterRecord register) {

  FoundDifference {
    differences = List.copyOf(differences);
  }

  /** Never shows whom it is about. */
  @Override
  public String toString() {
    return "FoundDifference[" + kind + "]";
  }
}
