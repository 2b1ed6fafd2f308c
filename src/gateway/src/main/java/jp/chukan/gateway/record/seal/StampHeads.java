package jp.chukan.gateway.record.seal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.crypto.TimeStamp;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.kernel.JobProgress;
import jp.chukan.gateway.record.stamp.StampOutcome;
import jp.chukan.gateway.record.stamp.TimeStampAuthority;
import org.springframework.stereotype.Component;

/**
 * Anchors the tree: has its newest head stamped by somebody else (RFC 3161), so that not even who
 * holds the institution's key can sign another one for that time. A stamp proves everything below
 * its head, so not every head needs one.
 */
@Component("stampHeads")
public final class StampHeads {
  /** What stands still is stamped anew after this. */
  private static final Duration IDLE = Duration.ofHours(1);

  private final InstitutionTransactions transactions;
  private final TreeHeads heads;
  private final TimeStampAuthority authority;
  private final InstantSource clock;

  StampHeads(
      InstitutionTransactions transactions,
      TreeHeads heads,
      TimeStampAuthority authority,
      InstantSource clock) {
    this.transactions = transactions;
    this.heads = heads;
    this.authority = authority;
    this.clock = clock;
  }

  /**
   * Has the newest head stamped where that proves more than the last stamp does.
   *
   * @return whether it got one; where it did not, the next time may succeed
   */
  public boolean stamp(InstitutionCode institution, JobProgress progress) {
    Optional<StoredHead> head =
        transactions.within(institution, () -> heads.newest().filter(this::isDue));
    if (head.isEmpty()) {
      return false;
    }
    return switch (authority.stamp(head.get().signed().bytes())) {
      case StampOutcome.Stamped(var stamp) -> {
        progress.done(1);
        yield keep(institution, head.get(), stamp);
      }
      case StampOutcome.WithoutAuthority() -> false;
      case StampOutcome.Failed(var code) -> {
        progress.fault(code);
        yield false;
      }
    };
  }

  /**
   * Signed while the clock was ahead, a head would be stamped before its own time, which no
   * verifier believes; one that is signed later covers it.
   */
  private boolean isDue(StoredHead newest) {
    Instant now = clock.instant();
    return newest.timeStamp() == null
        && !newest.signedAt().isAfter(now)
        && heads
            .newestStamped()
            .filter(stamped -> stamped.treeSize() == newest.treeSize())
            .filter(stamped -> now.isBefore(stamped.signedAt().plus(IDLE)))
            .isEmpty();
  }

  private boolean keep(InstitutionCode institution, StoredHead head, TimeStamp stamp) {
    transactions.run(institution, () -> heads.stamp(head.number(), stamp.raw(), stamp.time()));
    return true;
  }
}
