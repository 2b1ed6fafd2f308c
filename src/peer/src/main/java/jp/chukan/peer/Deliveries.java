package jp.chukan.peer;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** What was sent, and whether it arrived, once and as it was. */
final class Deliveries {
  private final Map<String, byte[]> open = new ConcurrentHashMap<>();
  private final LongAdder sent = new LongAdder();
  private final LongAdder received = new LongAdder();
  private final LongAdder wrong = new LongAdder();

  /** Says beforehand what will arrive. */
  void announce(String messageId, byte[] payload) {
    open.put(messageId, digest(payload));
    sent.increment();
  }

  /**
   * Takes what arrived.
   *
   * @return whether it is what was announced, and had not arrived before
   */
  boolean take(String messageId, byte[] payload) {
    byte @Nullable [] announced = open.remove(messageId);
    if (announced == null || !MessageDigest.isEqual(announced, digest(payload))) {
      wrong.increment();
      return false;
    }
    received.increment();
    return true;
  }

  Tally tally() {
    return new Tally(sent.sum(), received.sum(), wrong.sum(), open.size());
  }

  private static byte[] digest(byte[] payload) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(payload);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /**
   * Counts of one moment.
   *
   * @param sent announced
   * @param received arrived as announced
   * @param wrong arrived twice, unannounced, or as something else
   * @param missing announced and not arrived
   */
  record Tally(long sent, long received, long wrong, long missing) {
    boolean isComplete() {
      return wrong == 0 && missing == 0 && sent == received;
    }
  }
}
