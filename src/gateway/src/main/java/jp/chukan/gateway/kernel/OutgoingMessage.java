package jp.chukan.gateway.kernel;

import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ProcessingNumber;

/**
 * Something that is decided and has to leave.
 *
 * @param institution who sends it
 * @param queue where it waits to leave
 * @param messageType message type id of what leaves
 * @param number the exchange that it belongs to
 * @param duplicateId the same for the same message, however often it is published
 * @param body for {@link OutgoingQueue#ANSWER} CMS SignedData (DER), personal content in it is
 *     encrypted to the peer (MS-41); for {@link OutgoingQueue#INQUIRY} the number in ASCII
 */
public record OutgoingMessage(
    InstitutionCode institution,
    OutgoingQueue queue,
    String messageType,
    ProcessingNumber number,
    String duplicateId,
    byte[] body) {}
