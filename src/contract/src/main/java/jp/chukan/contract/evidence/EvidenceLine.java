package jp.chukan.contract.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jp.chukan.contract.crypto.RawSignedDocument;
import jp.chukan.contract.crypto.RawTimeStamp;
import org.jspecify.annotations.Nullable;

/**
 * A line of a file of evidence, in JSON: the first, a leaf, a head, or the last. Hashes, signed
 * heads and time stamps stand in Base64.
 *
 * @param format in the first line
 * @param institution in the first line
 * @param exportedAt in the first line, ISO 8601
 * @param position of a leaf, when a head covers it
 * @param kind of a leaf
 * @param leaf hash of a leaf
 * @param body of a leaf, when it is still there
 * @param size of a head
 * @param leaves of a head, one behind the other
 * @param signed of a head
 * @param timeStamp of a head, when it has one
 * @param leafCount in the last line
 * @param headCount in the last line
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@SuppressWarnings("ArrayRecordComponent") // never compared
record EvidenceLine(
    @Nullable String format,
    @Nullable String institution,
    @Nullable String exportedAt,
    @Nullable Long position,
    @Nullable String kind,
    byte @Nullable [] leaf,
    @Nullable String body,
    @Nullable Long size,
    byte @Nullable [] leaves,
    byte @Nullable [] signed,
    byte @Nullable [] timeStamp,
    @Nullable Long leafCount,
    @Nullable Long headCount) {
  static final String FORMAT = "chukan-evidence/1";
  static final JsonMapper JSON = JsonMapper.builder().build();

  static EvidenceLine first(String institution, String exportedAt) {
    return new EvidenceLine(
        FORMAT,
        institution,
        exportedAt,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  static EvidenceLine of(EvidenceLeaf leaf) {
    return new EvidenceLine(
        null,
        null,
        null,
        leaf.position(),
        leaf.kind(),
        leaf.hash().bytes(),
        leaf.body(),
        null,
        null,
        null,
        null,
        null,
        null);
  }

  static EvidenceLine of(EvidenceEntry.OfStray stray) {
    return new EvidenceLine(
        null,
        null,
        null,
        null,
        stray.kind(),
        null,
        stray.body(),
        null,
        null,
        null,
        null,
        null,
        null);
  }

  static EvidenceLine of(EvidenceHead head) {
    return new EvidenceLine(
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        head.treeSize(),
        TreeHash.join(head.leaves()),
        head.signed().bytes(),
        bytesOf(head.timeStamp()),
        null,
        null);
  }

  static EvidenceLine last(long leafCount, long headCount) {
    return new EvidenceLine(
        null, null, null, null, null, null, null, null, null, null, null, leafCount, headCount);
  }

  private static byte @Nullable [] bytesOf(@Nullable RawTimeStamp timeStamp) {
    return timeStamp == null ? null : timeStamp.bytes();
  }

  /** Null when it is neither a leaf nor a head. */
  @Nullable EvidenceEntry entry() {
    if (kind != null && leaf != null) {
      return new EvidenceEntry.OfLeaf(new EvidenceLeaf(position, kind, TreeHash.of(leaf), body));
    }
    if (kind != null && body != null) {
      return new EvidenceEntry.OfStray(kind, body);
    }
    if (size != null && leaves != null && signed != null) {
      return new EvidenceEntry.OfHead(
          new EvidenceHead(
              size,
              TreeHash.split(leaves),
              new RawSignedDocument(signed),
              timeStamp == null ? null : new RawTimeStamp(timeStamp)));
    }
    return null;
  }

  /** Without the body. */
  @Override
  public String toString() {
    return "EvidenceLine[" + position + "]";
  }
}
