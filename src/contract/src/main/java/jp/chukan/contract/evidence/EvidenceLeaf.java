package jp.chukan.contract.evidence;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A leaf as the server holds it, with what it is the evidence of.
 *
 * @param position in the tree, null while no head covers it
 * @param kind what it is the evidence of, for example {@code PROVISION}
 * @param hash of the leaf
 * @param body what the leaf was made of, a text; null when it has been purged
 */
public record EvidenceLeaf(
    @Nullable Long position, String kind, TreeHash hash, @Nullable String body) {

  /** The hash over the body; the one that is held when the body is gone. */
  TreeHash actualHash() {
    return body == null ? hash : TreeHash.ofLeaf(body.getBytes(StandardCharsets.UTF_8));
  }

  /** Without the body. */
  @Override
  public String toString() {
    return "EvidenceLeaf[" + position + "]";
  }
}
