package jp.chukan.gateway.kernel;

import java.security.SecureRandom;
import java.time.InstantSource;
import jp.chukan.contract.code.MessageId;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.code.ReceptionNumber;
import org.springframework.stereotype.Component;

/**
 * Hands out the numbers by which asynchronous work is found again (MS-80): unique without asking
 * anybody, in the order of time, and telling nothing about a person.
 */
@Component
public class SerialNumbers {
  private static final char[] DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();
  private static final int TIME_DIGITS = 10;
  private static final int RANDOM_DIGITS = 16;

  private final InstantSource clock;
  private final SecureRandom random;

  public SerialNumbers(InstantSource clock, SecureRandom random) {
    this.clock = clock;
    this.random = random;
  }

  public ProcessingNumber nextProcessingNumber() {
    return new ProcessingNumber(next());
  }

  public ReceptionNumber nextReceptionNumber() {
    return new ReceptionNumber(next());
  }

  public MessageId nextMessageId() {
    return new MessageId(next());
  }

  /** 26 characters: 48 bits of time, then 80 random bits. */
  private String next() {
    char[] number = new char[TIME_DIGITS + RANDOM_DIGITS];
    long time = clock.millis();
    for (int i = TIME_DIGITS - 1; i >= 0; i--) {
      number[i] = DIGITS[(int) (time & 31)];
      time >>>= 5;
    }
    byte[] bits = new byte[RANDOM_DIGITS];
    random.nextBytes(bits);
    for (int i = 0; i < RANDOM_DIGITS; i++) {
      number[TIME_DIGITS + i] = DIGITS[bits[i] & 31];
    }
    return new String(number);
  }
}
