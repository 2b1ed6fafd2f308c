package jp.chukan.contract.evidence;

import static jp.chukan.contract.evidence.EvidenceFault.HEAD_MISMATCH;
import static jp.chukan.contract.evidence.EvidenceFault.HEAD_SIGNATURE;
import static jp.chukan.contract.evidence.EvidenceFault.TIME_STAMP;
import static jp.chukan.contract.evidence.EvidenceFault.TIME_STAMP_LATE;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.crypto.RawTimeStamp;
import jp.chukan.contract.error.InvalidInputException;
import org.jspecify.annotations.Nullable;

/** Checks head after head: who signed it, when, and that each goes on from the one before. */
final class HeadCheck {
  /** How far the clocks of two machines may differ. */
  private static final Duration CLOCKS = Duration.ofMinutes(1);

  private final InstitutionCode institution;
  private final TreeHeadVerifier heads;
  private final ProvedTime times;
  private final Duration stampWithin;
  private final Consumer<EvidenceFinding> findings;

  private @Nullable TreeHead newest;
  private long stampedSize;
  private @Nullable Instant stampedAt;

  HeadCheck(
      InstitutionCode institution,
      TreeHeadVerifier heads,
      ProvedTime times,
      Duration stampWithin,
      Consumer<EvidenceFinding> findings) {
    this.institution = institution;
    this.heads = heads;
    this.times = times;
    this.stampWithin = stampWithin;
    this.findings = findings;
  }

  /**
   * @param line head as it is held
   * @param start how many leaves the one before covers
   * @return the head that is proved, empty when none is
   */
  Optional<TreeHead> check(EvidenceHead line, long start) {
    TreeHead head;
    try {
      head = heads.verify(line.signed(), institution).head();
    } catch (InvalidInputException e) {
      found(HEAD_SIGNATURE, line, start, e.refusal().code().id());
      return Optional.empty();
    }
    if (head.treeSize() != line.treeSize()
        || head.treeSize() != start + line.leaves().size()
        || (newest != null && head.signedAt().isBefore(newest.signedAt()))) {
      found(HEAD_MISMATCH, line, start, "");
    }
    newest = head;
    checkTime(line, head, start);
    return Optional.of(head);
  }

  private void checkTime(EvidenceHead line, TreeHead head, long start) {
    RawTimeStamp token = line.timeStamp();
    if (token == null) {
      return;
    }
    Instant proved;
    try {
      proved = times.of(token, line.signed().bytes());
    } catch (InvalidInputException e) {
      found(TIME_STAMP, line, start, e.refusal().code().id());
      return;
    }
    if (proved.isBefore(head.signedAt().minus(CLOCKS))
        || proved.isAfter(head.signedAt().plus(stampWithin).plus(CLOCKS))) {
      found(TIME_STAMP_LATE, line, start, "");
    }
    stampedSize = head.treeSize();
    stampedAt = proved;
  }

  private void found(EvidenceFault fault, EvidenceHead line, long start, String detail) {
    findings.accept(
        new EvidenceFinding(fault, start, Math.max(start, line.treeSize() - 1), detail));
  }

  @Nullable TreeHead newest() {
    return newest;
  }

  long stampedSize() {
    return stampedSize;
  }

  @Nullable Instant stampedAt() {
    return stampedAt;
  }
}
