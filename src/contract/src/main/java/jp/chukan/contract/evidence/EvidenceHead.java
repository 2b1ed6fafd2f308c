package jp.chukan.contract.evidence;

import java.util.List;
import jp.chukan.contract.crypto.RawSignedDocument;
import jp.chukan.contract.crypto.RawTimeStamp;
import org.jspecify.annotations.Nullable;

/**
 * A head as the server holds it; nothing of it is proved.
 *
 * @param treeSize how many leaves it covers
 * @param leaves hashes of those that the head before does not cover
 * @param signed the {@link TreeHead} as it was signed
 * @param timeStamp time-stamp token (RFC 3161) over the signed bytes, null for a head without one
 */
public record EvidenceHead(
    long treeSize,
    List<TreeHash> leaves,
    RawSignedDocument signed,
    @Nullable RawTimeStamp timeStamp) {

  public EvidenceHead {
    leaves = List.copyOf(leaves);
  }
}
