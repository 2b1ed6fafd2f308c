package jp.chukan.gateway.permit;

import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.crypto.DocumentVerifier;
import jp.chukan.contract.crypto.RawSignedDocument;

/**
 * Bytes that claim to be a 「情報提供許可証」; nothing in them may be believed.
 *
 * @param document as it came
 */
record RawProvisionPermit(RawSignedDocument document) {

  /**
   * The proved permit.
   *
   * @throws jp.chukan.contract.error.InvalidInputException when the network did not sign it
   */
  VerifiedProvisionPermit verify(DocumentVerifier verifier, InstitutionCode network) {
    return new VerifiedProvisionPermit(verifier.verify(document, network));
  }
}
