package jp.chukan.gateway.crypto.revocation;

import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import jp.chukan.contract.crypto.RevocationEvidence;
import jp.chukan.contract.crypto.VerifiedRevocationList;
import jp.chukan.contract.crypto.VerifiedStatus;
import org.springframework.stereotype.Component;

/**
 * What is known of revocation, in memory, where every message asks for it. Of each kind the newest:
 * an older one, which somebody may hold back and send again, never takes its place.
 */
@Component
final class HeldEvidence {
  /** Certificates of which an answer (OCSP) is kept, at most; what was asked longest ago goes. */
  static final int MOST_STATUSES = 10_000;

  /** What nobody has stored yet, at most; the rest is fetched anew after a restart. */
  static final int MOST_UNSTORED = 1_000;

  private record OfOne(X509Certificate authority, BigInteger serial) {}

  /**
   * Something newly held.
   *
   * @param authority whose it is
   */
  record Held(X509Certificate authority, RevocationEvidence evidence) {}

  private final Map<X509Certificate, VerifiedRevocationList> lists = new ConcurrentHashMap<>();
  private final Map<OfOne, VerifiedStatus> statuses =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<OfOne, VerifiedStatus> eldest) {
          return size() > MOST_STATUSES;
        }
      };
  private final List<Held> unstored = new ArrayList<>();

  Optional<VerifiedRevocationList> list(X509Certificate authority) {
    return Optional.ofNullable(lists.get(authority));
  }

  Optional<VerifiedStatus> status(X509Certificate authority, BigInteger serial) {
    synchronized (statuses) {
      return Optional.ofNullable(statuses.get(new OfOne(authority, serial)));
    }
  }

  /** All that are held of what the authority issued. */
  List<VerifiedStatus> statuses(X509Certificate authority) {
    synchronized (statuses) {
      return statuses.entrySet().stream()
          .filter(entry -> entry.getKey().authority().equals(authority))
          .map(Map.Entry::getValue)
          .toList();
    }
  }

  /** Takes what was fetched, when it is newer than what is held, and has it stored. */
  boolean keep(X509Certificate authority, RevocationEvidence evidence) {
    boolean newer = load(authority, evidence);
    if (newer) {
      synchronized (unstored) {
        if (unstored.size() < MOST_UNSTORED) {
          unstored.add(new Held(authority, evidence));
        }
      }
    }
    return newer;
  }

  /** Takes what is stored already. */
  boolean load(X509Certificate authority, RevocationEvidence evidence) {
    return switch (evidence) {
      case VerifiedRevocationList list ->
          lists.merge(authority, list, HeldEvidence::newer).equals(list);
      case VerifiedStatus status -> {
        synchronized (statuses) {
          yield statuses
              .merge(new OfOne(authority, status.serial()), status, HeldEvidence::newer)
              .equals(status);
        }
      }
    };
  }

  private static <T extends RevocationEvidence> T newer(T held, T other) {
    return other.madeAt().isAfter(held.madeAt()) ? other : held;
  }

  /** Forgets answers that count no more: their certificates are in use no more. */
  void forgetEndedBefore(Instant end) {
    synchronized (statuses) {
      statuses.values().removeIf(status -> status.nextAt().isBefore(end));
    }
  }

  /** What nobody has stored yet; is handed out once. */
  List<Held> takeUnstored() {
    synchronized (unstored) {
      List<Held> taken = List.copyOf(unstored);
      unstored.clear();
      return taken;
    }
  }
}
