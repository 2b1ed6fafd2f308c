package jp.chukan.command.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import jp.chukan.contract.crypto.KeyFiles;
import jp.chukan.contract.crypto.RawSignedDocument;
import jp.chukan.contract.crypto.TimeStampVerifier;
import jp.chukan.contract.crypto.TrustAnchors;
import jp.chukan.contract.crypto.UnusableKeyFileException;
import jp.chukan.contract.evidence.EvidenceReport;
import jp.chukan.contract.evidence.EvidenceVerifier;
import jp.chukan.contract.evidence.TreeHeadVerifier;

/** Verifies evidence with the certificates of the authorities and nothing else. */
public final class OfflineVerifier {
  private static final Duration STAMPED_WITHIN = Duration.ofHours(4);

  private final TreeHeadVerifier heads;
  private final TimeStampVerifier times;

  private OfflineVerifier(TrustAnchors anchors) {
    this.heads = new TreeHeadVerifier(anchors);
    this.times = new TimeStampVerifier(anchors);
  }

  /**
   * @param pem certificates of the authorities, one or more
   * @throws IOException when there are none in the file
   */
  public static OfflineVerifier trusting(Path pem) throws IOException {
    try {
      return new OfflineVerifier(new TrustAnchors(KeyFiles.certificates(pem)));
    } catch (UnusableKeyFileException unusable) {
      throw new IOException("no certificates in " + pem, unusable);
    }
  }

  /** Verifies a file of evidence; stamps must have come within four hours of their heads. */
  public EvidenceReport verify(InputStream file, List<RawSignedDocument> known) throws IOException {
    return verify(file, known, STAMPED_WITHIN);
  }

  EvidenceReport verify(InputStream file, List<RawSignedDocument> known, Duration stampedWithin)
      throws IOException {
    return new EvidenceVerifier(
            heads, (token, document) -> times.verify(token, document).time(), stampedWithin)
        .verify(file, known);
  }

  TreeHeadVerifier heads() {
    return heads;
  }

  TimeStampVerifier times() {
    return times;
  }
}
