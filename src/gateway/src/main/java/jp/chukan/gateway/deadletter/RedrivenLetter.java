package jp.chukan.gateway.deadletter;

import jp.chukan.contract.code.InstitutionCode;
import org.jspecify.annotations.Nullable;

/**
 * A letter on its way back, as the routes send it.
 *
 * @param institution whose it is
 * @param letter its number
 * @param queue in which it lay
 * @param number 「処理通番」, null when none is known
 * @param attempts how often it was tried
 * @param takenOverAt when the server first put it on its queue, milliseconds since
 *     1970-01-01T00:00:00Z
 * @param body as it lay in the queue
 */
public record RedrivenLetter(
    InstitutionCode institution,
    LetterNumber letter,
    String queue,
    @Nullable String number,
    int attempts,
    long takenOverAt,
    byte[] body) {

  /** The same for the same letter, however often it is published. */
  public String duplicateId() {
    return "redriven:" + letter.value();
  }

  @Override
  public String toString() {
    return "RedrivenLetter[" + letter + "]";
  }
}
