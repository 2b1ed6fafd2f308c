package jp.chukan.contract.evidence;

/** What stands in a file of evidence after its first line. */
public sealed interface EvidenceEntry {
  /** One leaf. */
  record OfLeaf(EvidenceLeaf leaf) implements EvidenceEntry {}

  /**
   * A record that has no leaf at all.
   *
   * @param kind what it says that it is the evidence of
   * @param body what it holds
   */
  record OfStray(String kind, String body) implements EvidenceEntry {

    /** Without the body. */
    @Override
    public String toString() {
      return "OfStray[]";
    }
  }

  /** One head, after the leaves that it adds. */
  record OfHead(EvidenceHead head) implements EvidenceEntry {}
}
