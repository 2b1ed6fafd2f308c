package jp.chukan.gateway.permit;

import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.crypto.DocumentVerifier;
import jp.chukan.contract.crypto.RawSignedDocument;

/**
 * Bytes that claim to be a 「経路情報」; nothing in them may be believed.
 *
 * @param document as it came
 */
record RawInquirerPath(RawSignedDocument document) {

  /**
   * The proved path.
   *
   * @throws jp.chukan.contract.error.InvalidInputException when the network did not sign it
   */
  VerifiedInquirerPath verify(DocumentVerifier verifier, InstitutionCode network) {
    return new VerifiedInquirerPath(verifier.verify(document, network));
  }
}
