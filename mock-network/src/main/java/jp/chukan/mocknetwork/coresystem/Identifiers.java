package jp.chukan.mocknetwork.coresystem;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import jp.chukan.contract.code.MessageId;
import jp.chukan.contract.code.PermitId;
import jp.chukan.contract.code.ProcessingNumber;
import org.springframework.stereotype.Component;

/** Numbers that the network gives: the day, and chance enough that nobody guesses one. */
@Component
public final class Identifiers {
  private static final char[] ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyyMMdd").withZone(ZoneId.of("Asia/Tokyo"));
  private final SecureRandom random;
  private final InstantSource clock;

  Identifiers(SecureRandom random, InstantSource clock) {
    this.random = random;
    this.clock = clock;
  }

  public ProcessingNumber processingNumber() {
    return new ProcessingNumber(dayAndChance(16));
  }

  public MessageId messageId() {
    return new MessageId("N-" + dayAndChance(20));
  }

  PermitId permitId() {
    return new PermitId("P-" + dayAndChance(20));
  }

  String pathId() {
    return "R-" + dayAndChance(20);
  }

  private String dayAndChance(int length) {
    var text = new StringBuilder(DAY.format(clock.instant()));
    for (int i = 0; i < length; i++) {
      text.append(ALPHABET[random.nextInt(ALPHABET.length)]);
    }
    return text.toString();
  }
}
