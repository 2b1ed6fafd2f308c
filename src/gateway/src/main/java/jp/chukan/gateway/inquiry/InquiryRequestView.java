package jp.chukan.gateway.inquiry;

import java.time.Instant;
import java.util.Map;
import jp.chukan.contract.code.ReceptionNumber;
import org.jspecify.annotations.Nullable;

/**
 * What was handed in under one 「受付番号」, and how far it is; nobody is named.
 *
 * @param number 「受付番号」
 * @param file whether it came as a file, otherwise as a message
 * @param name name of the file or 「電文メッセージID」
 * @param inquiries how many it holds
 * @param receivedAt when it was taken
 * @param removedAt when its contents were removed after their retention, null before
 * @param states how many inquiries stand how, by the name of the state; one without any is left out
 */
public record InquiryRequestView(
    ReceptionNumber number,
    boolean file,
    String name,
    int inquiries,
    Instant receivedAt,
    @Nullable Instant removedAt,
    Map<String, Integer> states) {
  public InquiryRequestView {
    states = Map.copyOf(states);
  }
}
