package jp.chukan.gateway.crypto.revocation;

import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Stream;
import jp.chukan.contract.crypto.RevocationEvidence;
import jp.chukan.contract.crypto.RevocationKnowledge;
import jp.chukan.contract.crypto.RevocationState;
import jp.chukan.contract.crypto.RevocationState.Good;
import jp.chukan.contract.crypto.RevocationState.Revoked;
import jp.chukan.contract.crypto.RevocationState.Unreachable;
import jp.chukan.contract.crypto.RevocationState.WithoutSource;
import jp.chukan.contract.crypto.VerifiedRevocationList;
import jp.chukan.contract.crypto.VerifiedStatus;
import org.springframework.stereotype.Component;

/**
 * Answers from memory whether a certificate is revoked. Revoked is what any evidence at hand says
 * is, however old; good is what recent evidence does not name; where there is none, not even within
 * the grace window, the certificate is not believed. Only then, before the answer, is the authority
 * asked: at the start of a server, or for a certificate that was never seen.
 */
@Component
final class KnownRevocation implements RevocationKnowledge {
  private final RevocationSettings settings;
  private final HeldEvidence held;
  private final AskWhileWaiting asking;
  private final InstantSource clock;

  KnownRevocation(
      RevocationSettings settings, HeldEvidence held, AskWhileWaiting asking, InstantSource clock) {
    this.settings = settings;
    this.held = held;
    this.asking = asking;
    this.clock = clock;
  }

  @Override
  public RevocationState of(X509Certificate certificate, X509Certificate authority) {
    Optional<RevocationSource> source = settings.of(authority);
    if (source.isEmpty()) {
      return new WithoutSource();
    }
    if (source.get().none()) {
      return new Good();
    }
    BigInteger serial = certificate.getSerialNumber();
    RevocationState state = judge(serial, authority);
    if (state instanceof Unreachable) {
      asking.ask(
          source.get(),
          serial,
          authority,
          () -> !(judge(serial, authority) instanceof Unreachable));
      state = judge(serial, authority);
    }
    return state;
  }

  private RevocationState judge(BigInteger serial, X509Certificate authority) {
    Optional<VerifiedRevocationList> list = held.list(authority);
    Optional<VerifiedStatus> status = held.status(authority, serial);
    Optional<Instant> revoked =
        Stream.concat(
                list.flatMap(one -> one.revokedSince(serial)).stream(),
                status.flatMap(VerifiedStatus::revokedSince).stream())
            .min(Instant::compareTo);
    if (revoked.isPresent()) {
      return new Revoked(revoked.get());
    }
    Instant now = clock.instant();
    boolean listed = list.isPresent() && counts(list.get(), now);
    boolean answered =
        status.isPresent() && counts(status.get(), now) && !isOfRevoked(status.get(), list);
    return listed || answered ? new Good() : new Unreachable();
  }

  private boolean counts(RevocationEvidence evidence, Instant now) {
    return now.isBefore(evidence.nextAt().plus(settings.grace()));
  }

  /** Whether the responder itself has lost its certificate. */
  private static boolean isOfRevoked(VerifiedStatus status, Optional<VerifiedRevocationList> list) {
    return list.isPresent()
        && status.responder().flatMap(responder -> list.get().revokedSince(responder)).isPresent();
  }
}
