package jp.chukan.contract.evidence;

import jp.chukan.contract.crypto.VerifiedDocument;

/** A head that its institution signed, as {@link TreeHeadVerifier} has proved. */
public final class VerifiedTreeHead {
  private final TreeHead head;
  private final VerifiedDocument document;

  VerifiedTreeHead(TreeHead head, VerifiedDocument document) {
    this.head = head;
    this.document = document;
  }

  public TreeHead head() {
    return head;
  }

  /** The document that it stood in, with the certificate of its signer. */
  public VerifiedDocument document() {
    return document;
  }

  @Override
  public String toString() {
    return "VerifiedTreeHead[" + head.institution() + " " + head.treeSize() + "]";
  }
}
