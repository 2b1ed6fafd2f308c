package jp.chukan.contract.evidence;

import java.time.Instant;
import java.util.List;
import jp.chukan.contract.code.InstitutionCode;
import org.jspecify.annotations.Nullable;

/**
 * What the verification of a file of evidence has shown.
 *
 * @param institution whose
 * @param exportedAt when the file says that it was taken
 * @param leaves how many it holds, those that no head covers included
 * @param notSealed how many no head covers yet: nothing shows whether they have been changed
 * @param purged how many have lost their body by a purge that is recorded
 * @param heads how many
 * @param newest the last head whose signature is in order, null when there is none
 * @param stampedSize how many leaves are proved by a time stamp
 * @param stampedAt time of the last time stamp, null when there is none
 * @param findings what is wrong, in the order of the tree; the first of them
 * @param furtherFindings how many more there are
 */
public record EvidenceReport(
    InstitutionCode institution,
    Instant exportedAt,
    long leaves,
    long notSealed,
    long purged,
    long heads,
    @Nullable TreeHead newest,
    long stampedSize,
    @Nullable Instant stampedAt,
    List<EvidenceFinding> findings,
    long furtherFindings) {

  public EvidenceReport {
    findings = List.copyOf(findings);
  }

  /** Whether nothing is wrong. */
  public boolean isSound() {
    return findings.isEmpty();
  }
}
