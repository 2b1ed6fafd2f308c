package jp.chukan.gateway.observation;

import java.time.Duration;
import java.time.Instant;
import jp.chukan.gateway.crypto.TrustLists;
import jp.chukan.gateway.crypto.revocation.HeldRevocations;
import jp.chukan.gateway.crypto.revocation.RevocationAge;
import jp.chukan.gateway.crypto.revocation.RevocationAge.State;
import org.springframework.stereotype.Component;

/**
 * How old the 「信頼リスト」 and the 「失効情報」 of each authority are, and how long they still count: nothing
 * left once they do not.
 */
@Component
final class TrustLook implements PlantLook {
  private final TrustLists lists;
  private final HeldRevocations revocations;

  TrustLook(TrustLists lists, HeldRevocations revocations) {
    this.lists = lists;
    this.revocations = revocations;
  }

  @Override
  public String part() {
    return "trust";
  }

  @Override
  public void look(PlantReading reading, Instant now) {
    lists
        .inForce()
        .ifPresent(list -> reading.putSeconds(PlantMetric.TRUST_LIST_AGE, list.publishedAt(), now));
    revocations.ages().forEach(age -> put(reading, age, now));
  }

  private static void put(PlantReading reading, RevocationAge age, Instant now) {
    String[] tags = {"authority", age.authority(), "kind", age.kind().name()};
    Instant madeAt = age.madeAt();
    if (madeAt != null) {
      reading.put(PlantMetric.REVOCATION_AGE, Duration.between(madeAt, now).toSeconds(), tags);
    }
    Instant refusedFrom = age.refusedFrom();
    if (refusedFrom != null) {
      reading.put(
          PlantMetric.REVOCATION_LEFT, Duration.between(now, refusedFrom).toSeconds(), tags);
    } else if (age.state() == State.ENDED) {
      reading.put(PlantMetric.REVOCATION_LEFT, 0, tags);
    }
  }
}
