package jp.chukan.gateway.crypto;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import jp.chukan.contract.document.TrustList;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.contract.error.Refusal;
import jp.chukan.gateway.crypto.TrustListReception.Refused;
import jp.chukan.gateway.crypto.TrustListReception.Stored;
import jp.chukan.gateway.crypto.TrustListReception.Unchanged;
import jp.chukan.gateway.kernel.NewestVersion;
import jp.chukan.gateway.kernel.Sha256;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The one component that owns the 「信頼リスト」 (MS-42): which version is in force, which authorities it
 * adds to those that the installation knows by itself, and which crypto profiles the network
 * allows. Without one, or once its time and the grace window are over, nothing is added.
 *
 * <p>Refused, each with its code, while the version in force stays:
 *
 * <ul>
 *   <li>{@link ErrorCode#SCM_TRUST_LIST_SIGNATURE} not signed by the network
 *   <li>{@code SYM-01xx} signed, but not such a document
 *   <li>{@link ErrorCode#SCM_TRUST_LIST_INVALID} ends before it begins, or names what is no
 *       authority
 *   <li>{@link ErrorCode#SCM_TRUST_LIST_TIME} its time is over, or has yet to come
 *   <li>{@link ErrorCode#SCM_TRUST_LIST_OLDER} older than the version in force
 *   <li>{@link ErrorCode#SCM_TRUST_LIST_CONFLICT} the version in force with other content
 * </ul>
 */
@Component
public class TrustLists {
  private static final Logger log = LoggerFactory.getLogger(TrustLists.class);

  private final TrustListVerifier verifier;
  private final TrustListStore store;
  private final TransactionTemplate transaction;
  private final InstantSource clock;
  private final Duration grace;
  private final NewestVersion<ProvedTrustList> newest;

  TrustLists(
      TrustListVerifier verifier,
      TrustListStore store,
      PlatformTransactionManager transactions,
      InstantSource clock,
      @Value("${chukan.trust-list.grace:24h}") Duration grace) {
    this.verifier = verifier;
    this.store = store;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
    this.grace = grace;
    this.newest = new NewestVersion<>(clock, this::newest);
  }

  /** The list in force, or empty while none is. */
  public Optional<TrustListInForce> inForce() {
    return proved().map(ProvedTrustList::list);
  }

  Optional<ProvedTrustList> proved() {
    Instant now = clock.instant();
    return Optional.ofNullable(newest.current()).filter(list -> list.counts(now, grace));
  }

  /**
   * Takes a version from the network.
   *
   * @param signed CMS SignedData (DER) over the list
   */
  public TrustListReception receive(byte[] signed) {
    TrustListReception reception;
    try {
      TrustListVerifier.Signed received = verifier.received(signed);
      reception = decide(received.list(), Sha256.of(received.content()), signed);
    } catch (InvalidInputException e) {
      reception = new Refused(e.refusal());
    }
    switch (reception) {
      case Stored stored -> {
        newest.refresh();
        log.info("trust list {} is in force", stored.version());
      }
      case Unchanged unchanged -> log.debug("trust list {} came again", unchanged.version());
      case Refused refused -> log.warn("trust list refused: {}", refused.refusal().code().id());
    }
    return reception;
  }

  private TrustListReception decide(TrustList list, byte[] digest, byte[] signed) {
    Instant receivedAt = clock.instant();
    return Objects.requireNonNull(
        transaction.execute(
            status -> {
              // two nodes may bring versions at the same moment
              store.lock();
              Optional<TrustListStore.Stored> known = store.newest();
              int inForce = known.map(TrustListStore.Stored::version).orElse(0);
              if (list.version() > inForce) {
                store.insert(list, digest, signed, receivedAt);
                return new Stored(list.version());
              }
              if (list.version() < inForce) {
                return new Refused(Refusal.of(ErrorCode.SCM_TRUST_LIST_OLDER));
              }
              return known.orElseThrow().digest().equals(HexFormat.of().formatHex(digest))
                  ? new Unchanged(list.version())
                  : new Refused(Refusal.of(ErrorCode.SCM_TRUST_LIST_CONFLICT));
            }));
  }

  private @Nullable ProvedTrustList newest(@Nullable ProvedTrustList known) {
    int version = store.newestVersion();
    if (version == 0 || (known != null && known.list().version() == version)) {
      return version == 0 ? null : known;
    }
    TrustListStore.Stored stored = store.newest().orElseThrow();
    try {
      return verifier.stored(stored.document(), stored.receivedAt());
    } catch (InvalidInputException unsound) {
      // whoever wrote it there: it adds nothing, and what was known is no longer the newest
      log.error("the stored trust list is unsound: {}", unsound.refusal().code().id());
      return null;
    }
  }
}
