package jp.chukan.contract.evidence;

/** What stands in a file of evidence after its first line. */
public sealed interface EvidenceEntry {
  /** One leaf. */
  record OfLeaf(EvidenceLeaf leaf) implements EvidenceEntry {}

  /** One head, after the leaves that it adds. */
  record OfHead(EvidenceHead head) implements EvidenceEntry {}
}
