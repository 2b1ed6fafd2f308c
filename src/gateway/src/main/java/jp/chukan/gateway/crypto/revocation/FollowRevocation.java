package jp.chukan.gateway.crypto.revocation;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.chukan.contract.crypto.Certificates;
import jp.chukan.contract.crypto.RevocationEvidence;
import jp.chukan.contract.crypto.StatusQuestion;
import jp.chukan.contract.crypto.VerifiedRevocationList;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.gateway.crypto.AuthoritiesInForce;
import jp.chukan.gateway.crypto.revocation.RevocationStore.Stored;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/**
 * Stores what this node has fetched and takes over what others have. What is stored is proved anew:
 * who can write to the database cannot make a certificate good.
 */
@Component("followRevocation")
public class FollowRevocation implements InitializingBean {
  private static final Logger log = LoggerFactory.getLogger(FollowRevocation.class);

  /** Transactions of other nodes may end that much later than they began. */
  private static final Duration OVERLAP = Duration.ofMinutes(1);

  private final HeldEvidence held;
  private final RevocationStore store;
  private final AuthoritiesInForce authorities;
  private final InstantSource clock;
  private Instant seen = Instant.EPOCH;

  FollowRevocation(
      HeldEvidence held,
      RevocationStore store,
      AuthoritiesInForce authorities,
      InstantSource clock) {
    this.held = held;
    this.store = store;
    this.authorities = authorities;
    this.clock = clock;
  }

  /** A server that starts while an authority is away goes on with what it knew. */
  @Override
  public void afterPropertiesSet() {
    takeOver();
  }

  /** Both ways. */
  public void follow() {
    storeHeld();
    takeOver();
  }

  /** Stores what has been fetched since. */
  void storeHeld() {
    held.takeUnstored()
        .forEach(one -> store.save(one.authority(), one.evidence(), clock.instant()));
  }

  private synchronized void takeOver() {
    Map<String, X509Certificate> known =
        authorities.all().stream()
            .collect(
                Collectors.toMap(Certificates::keyIdOf, Function.identity(), (one, same) -> one));
    for (Stored stored : store.since(seen.equals(Instant.EPOCH) ? seen : seen.minus(OVERLAP))) {
      X509Certificate authority = known.get(stored.authority());
      if (authority != null) {
        load(stored, authority);
      }
      seen = stored.fetchedAt().isAfter(seen) ? stored.fetchedAt() : seen;
    }
  }

  private void load(Stored stored, X509Certificate authority) {
    try {
      held.load(authority, proved(stored, authority));
    } catch (InvalidInputException unsound) {
      log.warn(
          "stored revocation data of {} is unsound: {}",
          authority.getSubjectX500Principal(),
          unsound.refusal().code().id());
    }
  }

  private static RevocationEvidence proved(Stored stored, X509Certificate authority) {
    return stored.serial() == null
        ? VerifiedRevocationList.verify(stored.content(), authority, stored.fetchedAt())
        : StatusQuestion.about(stored.serial(), authority)
            .verifyReply(stored.content(), stored.fetchedAt());
  }
}
