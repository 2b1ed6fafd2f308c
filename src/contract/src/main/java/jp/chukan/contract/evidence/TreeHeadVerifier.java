package jp.chukan.contract.evidence;

import java.time.Instant;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.crypto.DocumentVerifier;
import jp.chukan.contract.crypto.RawSignedDocument;
import jp.chukan.contract.crypto.TrustAnchors;
import jp.chukan.contract.crypto.VerifiedDocument;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;

/**
 * Verifies signed heads, however old: the signer's certificate must have been valid when the head
 * says that it was signed. That it was signed then is shown by its time stamp.
 */
public final class TreeHeadVerifier {
  private final DocumentVerifier documents;

  public TreeHeadVerifier(TrustAnchors anchors) {
    // the time of each head is the one that counts, so that of the machine is never asked
    this.documents = new DocumentVerifier(anchors, () -> Instant.EPOCH);
  }

  /**
   * @param institution who must have signed
   * @throws InvalidInputException with a code of {@link DocumentVerifier}; {@link
   *     ErrorCode#TKM_HEAD_FORM} when it is something else that they signed, or another's head
   */
  public VerifiedTreeHead verify(RawSignedDocument raw, InstitutionCode institution) {
    VerifiedDocument document =
        documents.verifyAsOf(raw, institution, content -> TreeHead.parse(content).signedAt());
    TreeHead head = TreeHead.parse(document.content());
    if (!head.institution().equals(institution)) {
      throw InvalidInputException.of(ErrorCode.TKM_HEAD_FORM);
    }
    return new VerifiedTreeHead(head, document);
  }
}
