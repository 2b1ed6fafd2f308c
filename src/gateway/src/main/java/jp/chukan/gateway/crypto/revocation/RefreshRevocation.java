package jp.chukan.gateway.crypto.revocation;

import java.math.BigInteger;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import jp.chukan.contract.crypto.RevocationEvidence;
import jp.chukan.contract.crypto.VerifiedStatus;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.gateway.crypto.AuthoritiesInForce;
import jp.chukan.gateway.kernel.JobProgress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Fetches 「失効情報」 before it is old, so that no message waits for an authority: each list every time,
 * and each answer about a certificate in use once half of its time is over.
 */
@Component("refreshRevocation")
public class RefreshRevocation {
  private static final Logger log = LoggerFactory.getLogger(RefreshRevocation.class);

  /** What ended so long ago is kept by nobody, whatever the grace window. */
  private static final Duration KEPT = Duration.ofDays(7);

  private final RevocationSettings settings;
  private final AuthoritiesInForce authorities;
  private final FetchRevocation fetch;
  private final HeldEvidence held;
  private final FollowRevocation follow;
  private final RevocationStore store;
  private final InstantSource clock;

  RefreshRevocation(
      RevocationSettings settings,
      AuthoritiesInForce authorities,
      FetchRevocation fetch,
      HeldEvidence held,
      FollowRevocation follow,
      RevocationStore store,
      InstantSource clock) {
    this.settings = settings;
    this.authorities = authorities;
    this.fetch = fetch;
    this.held = held;
    this.follow = follow;
    this.store = store;
    this.clock = clock;
  }

  /** Of every authority in force; one that does not answer keeps none of the others waiting. */
  public void refresh(JobProgress progress) {
    // what other nodes have asked for is refreshed as well
    follow.follow();
    for (X509Certificate authority : authorities.all()) {
      if (!progress.goesOn()) {
        return;
      }
      settings
          .of(authority)
          .ifPresentOrElse(
              source -> refresh(source, authority, progress),
              () -> {
                log.warn(
                    "no source of revocation data for {}", authority.getSubjectX500Principal());
                progress.fault(ErrorCode.SCM_REVOCATION_NO_SOURCE);
              });
    }
    follow.storeHeld();
    Instant end = clock.instant().minus(settings.grace()).minus(KEPT);
    held.forgetEndedBefore(end);
    store.removeEndedBefore(end);
  }

  private void refresh(RevocationSource source, X509Certificate authority, JobProgress progress) {
    source
        .listAddress()
        .ifPresent(address -> keep(authority, () -> fetch.list(address, authority), progress));
    Optional<URI> status = source.statusAddress();
    if (status.isPresent()) {
      for (BigInteger serial : due(authority)) {
        // a responder that does not answer is not asked about the others
        if (!progress.goesOn()
            || !keep(authority, () -> fetch.status(status.get(), serial, authority), progress)) {
          return;
        }
      }
    }
  }

  private List<BigInteger> due(X509Certificate authority) {
    Instant now = clock.instant();
    return held.statuses(authority).stream()
        .filter(
            status ->
                Duration.between(status.madeAt(), now)
                        .compareTo(Duration.between(status.madeAt(), status.nextAt()).dividedBy(2))
                    >= 0)
        .map(VerifiedStatus::serial)
        .toList();
  }

  /** Whether the other side is there at all. */
  private boolean keep(
      X509Certificate authority,
      Supplier<? extends RevocationEvidence> answer,
      JobProgress progress) {
    try {
      held.keep(authority, answer.get());
      progress.done(1);
      return true;
    } catch (InvalidInputException failure) {
      log.warn(
          "revocation data of {} are not renewed: {}, {}",
          authority.getSubjectX500Principal(),
          failure.refusal().code().id(),
          String.valueOf(failure.getCause()));
      progress.fault(failure.refusal().code());
      return failure.refusal().code() != ErrorCode.SCM_REVOCATION_FETCH;
    }
  }
}
