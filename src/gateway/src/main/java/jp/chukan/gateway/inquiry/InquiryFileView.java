package jp.chukan.gateway.inquiry;

import java.time.Instant;
import java.util.Map;
import jp.chukan.contract.code.ReceptionNumber;

/**
 * How far a file is.
 *
 * @param receptionNumber 「受付番号」
 * @param fileName as the client gave it
 * @param receivedAt when it was taken
 * @param lines how many it has
 * @param complete whether nothing will change any more
 * @param states how many lines stand how, by the name of the state; one without any is left out
 */
public record InquiryFileView(
    ReceptionNumber receptionNumber,
    String fileName,
    Instant receivedAt,
    int lines,
    boolean complete,
    Map<String, Integer> states) {
  public InquiryFileView {
    states = Map.copyOf(states);
  }
}
