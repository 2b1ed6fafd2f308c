package jp.chukan.gateway.kernel;

import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ProcessingNumber;

/**
 * A signed message that is decided and has to leave.
 *
 * @param institution who sends it
 * @param messageType message type id of what is signed
 * @param number the exchange that it belongs to
 * @param duplicateId the same for the same message, however often it is published
 * @param body CMS SignedData (DER); personal content in it is encrypted to the peer (MS-41)
 */
public record OutgoingMessage(
    InstitutionCode institution,
    String messageType,
    ProcessingNumber number,
    String duplicateId,
    byte[] body) {}
