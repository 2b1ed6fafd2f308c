package jp.chukan.mocknetwork.inquiryrelay;

import java.security.SecureRandom;
import jp.chukan.contract.code.ReceptionNumber;
import org.springframework.stereotype.Component;

/** Numbers by which the hub knows what business systems handed in. */
@Component
final class References {
  private final SecureRandom random;

  References(SecureRandom random) {
    this.random = random;
  }

  ReceptionNumber next() {
    return new ReceptionNumber(
        "HUB" + "%016X%016X".formatted(random.nextLong(), random.nextLong()).substring(0, 24));
  }
}
