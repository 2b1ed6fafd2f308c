package jp.chukan.gateway.crypto.revocation;

import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import jp.chukan.contract.crypto.RevocationEvidence;
import jp.chukan.gateway.crypto.AuthoritiesInForce;
import jp.chukan.gateway.crypto.CertificateFacts;
import jp.chukan.gateway.crypto.revocation.RevocationAge.Kind;
import jp.chukan.gateway.crypto.revocation.RevocationAge.State;
import org.springframework.stereotype.Component;

/** What people look at: how old 「失効情報」 is, and whether a certificate that is shown is revoked. */
@Component
public class HeldRevocations {
  private static final int HEXADECIMAL = 16;

  private final RevocationSettings settings;
  private final AuthoritiesInForce authorities;
  private final HeldEvidence held;
  private final InstantSource clock;

  HeldRevocations(
      RevocationSettings settings,
      AuthoritiesInForce authorities,
      HeldEvidence held,
      InstantSource clock) {
    this.settings = settings;
    this.authorities = authorities;
    this.held = held;
    this.clock = clock;
  }

  /** Of each authority in force, by each way that is configured. */
  public List<RevocationAge> ages() {
    List<RevocationAge> ages = new ArrayList<>();
    for (X509Certificate authority : authorities.all()) {
      String name = authority.getSubjectX500Principal().getName();
      Optional<RevocationSource> source = settings.of(authority);
      if (source.isEmpty()) {
        ages.add(new RevocationAge(name, Kind.UNKNOWN, State.ENDED, null, null, null));
      } else if (source.get().none()) {
        ages.add(new RevocationAge(name, Kind.NONE, State.IDLE, null, null, null));
      } else {
        source
            .get()
            .listAddress()
            .ifPresent(
                address -> ages.add(age(name, Kind.LIST, held.list(authority), State.ENDED)));
        source
            .get()
            .statusAddress()
            .ifPresent(
                address ->
                    ages.add(
                        age(
                            name,
                            Kind.STATUS,
                            held.statuses(authority).stream()
                                .min(Comparator.comparing(RevocationEvidence::nextAt)),
                            State.IDLE)));
      }
    }
    return List.copyOf(ages);
  }

  private RevocationAge age(
      String name, Kind kind, Optional<? extends RevocationEvidence> evidence, State without) {
    if (evidence.isEmpty()) {
      return new RevocationAge(name, kind, without, null, null, null);
    }
    Instant now = clock.instant();
    Instant next = evidence.get().nextAt();
    Instant end = next.plus(settings.grace());
    State state = now.isBefore(next) ? State.RECENT : now.isBefore(end) ? State.LATE : State.ENDED;
    return new RevocationAge(
        name, kind, state, evidence.get().madeAt(), next, state == State.ENDED ? null : end);
  }

  /** Whether its authority says that this certificate is no longer to be trusted. */
  public boolean revokes(CertificateFacts certificate) {
    BigInteger serial = new BigInteger(certificate.serial(), HEXADECIMAL);
    return authorities.all().stream()
        .filter(
            authority -> authority.getSubjectX500Principal().getName().equals(certificate.issuer()))
        .anyMatch(
            authority ->
                held.list(authority).flatMap(list -> list.revokedSince(serial)).isPresent()
                    || held.status(authority, serial)
                        .flatMap(status -> status.revokedSince())
                        .isPresent());
  }
}
