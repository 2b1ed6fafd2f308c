package jp.chukan.contract.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import jp.chukan.contract.crypto.RawSignedDocument;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;

/**
 * Verifies a file of evidence with nothing but the certificates of the authorities: every record
 * against its leaf, the leaves against every head, the heads against each other and against those
 * that are known from elsewhere, and the time stamps (RFC 9162, RFC 3161).
 */
public final class EvidenceVerifier {
  private final TreeHeadVerifier heads;
  private final ProvedTime times;
  private final Duration stampWithin;

  /**
   * @param heads proves who signed
   * @param times proves when
   * @param stampWithin how long after its signature a head must have been stamped
   */
  public EvidenceVerifier(TreeHeadVerifier heads, ProvedTime times, Duration stampWithin) {
    this.heads = heads;
    this.times = times;
    this.stampWithin = stampWithin;
  }

  /**
   * Verifies the file as a stream.
   *
   * @param known signed heads of the same tree that were kept elsewhere: what cannot be seen in the
   *     file itself is that its end was cut off
   * @throws InvalidInputException with {@link ErrorCode#TKM_EVIDENCE_FORM} and the line, when it is
   *     not a file of evidence; with a code of {@link TreeHeadVerifier} for a known head that is
   *     none of its institution
   */
  public EvidenceReport verify(InputStream file, List<RawSignedDocument> known) throws IOException {
    EvidenceFileReader reader = new EvidenceFileReader(file);
    List<TreeHead> knownHeads =
        known.stream().map(raw -> heads.verify(raw, reader.institution()).head()).toList();
    EvidenceWalk walk =
        new EvidenceWalk(reader.institution(), heads, times, stampWithin, knownHeads);
    Optional<EvidenceEntry> entry = reader.next();
    while (entry.isPresent()) {
      switch (entry.get()) {
        case EvidenceEntry.OfLeaf(EvidenceLeaf leaf) -> walk.take(leaf);
        case EvidenceEntry.OfHead(EvidenceHead head) -> walk.take(head);
        case EvidenceEntry.OfStray stray -> walk.take(stray);
      }
      entry = reader.next();
    }
    return walk.report(reader.exportedAt(), reader.isWhole());
  }
}
