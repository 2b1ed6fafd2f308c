package jp.chukan.gateway.deadletter;

import java.time.Instant;
import java.util.Map;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ProcessingNumber;
import org.jspecify.annotations.Nullable;

/**
 * A message that the broker has given up.
 *
 * @param messageId of the broker, the same however often it is brought
 * @param kind what it is
 * @param institution whose it is
 * @param number 「処理通番」 if this server put it on the message
 * @param attemptsBefore how often it was tried before it was sent again
 * @param takenOverAt when the server first put it on its queue
 * @param body as it lay in the queue
 */
record DyingMessage(
    String messageId,
    LetterKind kind,
    InstitutionCode institution,
    @Nullable ProcessingNumber number,
    int attemptsBefore,
    Instant takenOverAt,
    byte[] body) {
  static final String INSTITUTION = "Institution";
  static final String NUMBER = "Number";
  static final String ATTEMPTS = "Attempts";
  static final String TAKEN_OVER_AT = "TakenOverAt";

  /**
   * @param headers what this server and its broker put on it; nothing of a peer is among them
   * @throws IllegalStateException when it lay in no queue of the routes
   */
  static DyingMessage of(Map<String, Object> headers, byte[] body) {
    LetterKind.Origin origin =
        LetterKind.origin(
                text(headers, "_AMQ_ORIG_ADDRESS"), new InstitutionCode(text(headers, INSTITUTION)))
            .orElseThrow(
                () -> new IllegalStateException("a dead letter of no queue of the routes"));
    Object number = headers.get(NUMBER);
    return new DyingMessage(
        text(headers, "JMSMessageID"),
        origin.kind(),
        origin.institution(),
        number == null ? null : new ProcessingNumber(number.toString()),
        (int) number(headers.getOrDefault(ATTEMPTS, 0)),
        Instant.ofEpochMilli(
            number(headers.getOrDefault(TAKEN_OVER_AT, headers.getOrDefault("JMSTimestamp", 0)))),
        body);
  }

  private static String text(Map<String, Object> headers, String name) {
    Object value = headers.get(name);
    if (value == null) {
      throw new IllegalStateException("a dead letter without " + name);
    }
    return value.toString();
  }

  private static long number(Object value) {
    return value instanceof Number number ? number.longValue() : Long.parseLong(value.toString());
  }

  @Override
  public String toString() {
    return "DyingMessage[" + kind + " " + institution + "]";
  }
}
