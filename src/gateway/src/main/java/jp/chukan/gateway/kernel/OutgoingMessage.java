package jp.chukan.gateway.kernel;

import java.time.Instant;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ProcessingNumber;
import org.jspecify.annotations.Nullable;

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
 * @param answered what it answers, null when it answers nothing
 */
public record OutgoingMessage(
    InstitutionCode institution,
    OutgoingQueue queue,
    String messageType,
    ProcessingNumber number,
    String duplicateId,
    byte[] body,
    @Nullable Answered answered) {

  /**
   * What an answer answers, for the measure of how long it took.
   *
   * @param receivedAt when the request came
   * @param outcome how it was decided, as its record says
   */
  public record Answered(Instant receivedAt, String outcome) {}
}
