package jp.chukan.gateway.record.seal;

import java.time.Instant;
import java.util.List;
import jp.chukan.contract.crypto.RawSignedDocument;
import jp.chukan.contract.crypto.RawTimeStamp;
import jp.chukan.contract.evidence.GrowingTree;
import jp.chukan.contract.evidence.TreeHash;
import org.jspecify.annotations.Nullable;

/**
 * A head as it is kept.
 *
 * @param number grows with each head
 * @param treeSize how many leaves it covers
 * @param tops of the whole subtrees, to go on from
 * @param signed over the text of the head
 * @param signedAt when
 * @param timeStamp over the signed head, null while there is none
 * @param stampedAt what it says, null while there is none
 */
public record StoredHead(
    long number,
    long treeSize,
    List<TreeHash> tops,
    RawSignedDocument signed,
    Instant signedAt,
    @Nullable RawTimeStamp timeStamp,
    @Nullable Instant stampedAt) {

  public StoredHead {
    tops = List.copyOf(tops);
  }

  /** The hash over all leaves. */
  public TreeHash root() {
    return tree().root();
  }

  /** The tree as it stood. */
  GrowingTree tree() {
    return new GrowingTree(treeSize, tops);
  }
}
