package jp.chukan.gateway.operation;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.gateway.access.SeenCertificates;
import jp.chukan.gateway.access.SeenCertificates.SeenClient;
import jp.chukan.gateway.crypto.CertificateFacts;
import jp.chukan.gateway.crypto.ExpiryMark;
import jp.chukan.gateway.crypto.InstalledCertificates;
import jp.chukan.gateway.crypto.RevocationList;
import jp.chukan.gateway.crypto.RevocationList.Signed;
import jp.chukan.gateway.crypto.RevocationList.Unusable;
import jp.chukan.gateway.crypto.RevocationLists;
import jp.chukan.gateway.crypto.revocation.HeldRevocations;
import jp.chukan.gateway.crypto.revocation.RevocationAge;
import jp.chukan.gateway.kernel.JobProgress;
import jp.chukan.gateway.kernel.ServedInstitutions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Looks whether the certificates in use still hold: those of this server, of the served
 * institutions, and of the clients that have connected. Within a week of its end somebody has to
 * act at once; one that a newer has taken the place of may end. Where 「失効リスト」 are given, none of
 * them may be on one, and the lists themselves must be sound and not too old; the same holds for
 * what authorities tell by themselves. Each certificate is told of once at 60, 30, 14, 7 and 1 days
 * before its end, and again after a start.
 */
@Component("checkCertificates")
final class CheckCertificates {
  private static final Logger log = LoggerFactory.getLogger(CheckCertificates.class);

  private final InstalledCertificates installed;
  private final SeenCertificates seen;
  private final RevocationLists revocations;
  private final HeldRevocations held;
  private final ServedInstitutions institutions;
  private final InstantSource clock;
  private final Map<String, ExpiryMark> told = new ConcurrentHashMap<>();

  CheckCertificates(
      InstalledCertificates installed,
      SeenCertificates seen,
      RevocationLists revocations,
      HeldRevocations held,
      ServedInstitutions institutions,
      InstantSource clock) {
    this.installed = installed;
    this.seen = seen;
    this.revocations = revocations;
    this.held = held;
    this.institutions = institutions;
    this.clock = clock;
  }

  void check(JobProgress progress) {
    Instant now = clock.instant();
    List<RevocationList> lists = revocations.all();
    List<CertificateFacts> certificates = inUse();
    // what is revoked is worse than what ends, and that worse than a list that is late
    certificates.forEach(facts -> checkRevocation(facts, lists, progress));
    checkEnds(certificates, progress, now);
    lists.forEach(list -> check(list, progress, now));
    held.ages().forEach(age -> check(age, progress));
  }

  private static void check(RevocationAge age, JobProgress progress) {
    progress.done(1);
    switch (age.state()) {
      case RECENT, IDLE -> {}
      case LATE -> progress.fault(ErrorCode.SCM_REVOCATION_LIST_OLD);
      case ENDED ->
          progress.fault(
              age.kind() == RevocationAge.Kind.UNKNOWN
                  ? ErrorCode.SCM_REVOCATION_NO_SOURCE
                  : ErrorCode.SCM_REVOCATION_UNREACHABLE);
    }
  }

  private void checkRevocation(
      CertificateFacts facts, List<RevocationList> lists, JobProgress progress) {
    if (held.revokes(facts)
        || lists.stream()
            .anyMatch(list -> list instanceof Signed signed && signed.revokes(facts))) {
      log.warn("the certificate {} for {} is revoked", facts.serial(), facts.use());
      progress.fault(ErrorCode.SCM_CERTIFICATE_REVOKED);
    }
  }

  private static void check(RevocationList list, JobProgress progress, Instant now) {
    progress.done(1);
    switch (list) {
      case Unusable unusable -> progress.fault(ErrorCode.SCM_REVOCATION_LIST);
      case Signed signed -> {
        if (signed.isOld(now)) {
          log.warn("the revocation list of {} is of {}", signed.issuer(), signed.from());
          progress.fault(ErrorCode.SCM_REVOCATION_LIST_OLD);
        }
      }
    }
  }

  private void checkEnds(List<CertificateFacts> certificates, JobProgress progress, Instant now) {
    told.keySet().retainAll(certificates.stream().map(CertificateFacts::keyId).toList());
    for (CertificateFacts facts : certificates) {
      progress.done(1);
      ExpiryMark mark = facts.mark(now);
      if (told.put(facts.keyId(), mark) != mark && mark.isNear()) {
        log.warn(
            "the certificate {} for {} is {}: it ends at {}",
            facts.serial(),
            facts.use(),
            mark,
            facts.to());
      }
      if (mark.compareTo(ExpiryMark.WITHIN_7) <= 0) {
        progress.fault(ErrorCode.SCM_CERTIFICATE_ENDING);
      }
    }
  }

  /** Of each use by each holder the one that holds longest. */
  private List<CertificateFacts> inUse() {
    Map<String, CertificateFacts> longest = new HashMap<>();
    Stream.of(
            installed.ofServer().stream(),
            institutions.codes().stream().flatMap(code -> installed.of(code).stream()))
        .flatMap(certificates -> certificates)
        .forEach(
            facts ->
                longest.merge(
                    facts.use() + " " + facts.holder(),
                    facts,
                    (one, other) -> one.to().isAfter(other.to()) ? one : other));
    return Stream.concat(
            longest.values().stream(),
            // each client shows the one that it has
            seen.those(client -> true).stream()
                .map(SeenClient::certificate)
                .filter(Objects::nonNull))
        .sorted(Comparator.comparing(CertificateFacts::to))
        .toList();
  }
}
