package jp.chukan.contract.evidence;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.crypto.RawSignedDocument;
import jp.chukan.contract.crypto.RawTimeStamp;
import jp.chukan.contract.evidence.EvidenceEntry.OfHead;
import jp.chukan.contract.evidence.EvidenceEntry.OfLeaf;
import jp.chukan.contract.evidence.EvidenceEntry.OfStray;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a file of evidence, in JSON: the first, leaves, records without one, heads, the
 * last. Hashes, signed heads and time stamps stand in Base64. {@code docs/evidence.md} lists the
 * fields.
 */
final class EvidenceLine {
  static final String FORMAT = "chukan-evidence/1";

  /** JSON is UTF-8 (RFC 8259 section 8.1), whatever its first bytes look like. */
  static final JsonMapper JSON =
      JsonMapper.builder(
              new JsonFactoryBuilder().disable(JsonFactory.Feature.CHARSET_DETECTION).build())
          .build();

  private EvidenceLine() {}

  static ObjectNode first(InstitutionCode institution, String exportedAt) {
    return JSON.createObjectNode()
        .put("format", FORMAT)
        .put("institution", institution.value())
        .put("exportedAt", exportedAt);
  }

  static ObjectNode of(EvidenceLeaf leaf) {
    ObjectNode line = JSON.createObjectNode();
    if (leaf.position() != null) {
      line.put("position", leaf.position());
    }
    line.put("kind", leaf.kind()).put("leaf", leaf.hash().bytes());
    return leaf.body() == null ? line : line.put("body", leaf.body());
  }

  static ObjectNode of(OfStray stray) {
    return JSON.createObjectNode().put("kind", stray.kind()).put("body", stray.body());
  }

  static ObjectNode of(EvidenceHead head) {
    ObjectNode line =
        JSON.createObjectNode()
            .put("size", head.treeSize())
            .put("leaves", TreeHash.join(head.leaves()))
            .put("signed", head.signed().bytes());
    RawTimeStamp stamp = head.timeStamp();
    return stamp == null ? line : line.put("timeStamp", stamp.bytes());
  }

  static ObjectNode last(long leafCount, long headCount) {
    return JSON.createObjectNode().put("leafCount", leafCount).put("headCount", headCount);
  }

  /**
   * What a line between the first and the last holds.
   *
   * @return null when it is neither a leaf, a record nor a head
   * @throws IOException when a value is not in Base64
   * @throws IllegalArgumentException when a hash has another length
   */
  static @Nullable EvidenceEntry entry(JsonNode line) throws IOException {
    if (line.has("kind") && line.has("leaf")) {
      return new OfLeaf(
          new EvidenceLeaf(
              line.has("position") ? line.get("position").longValue() : null,
              line.get("kind").asText(),
              TreeHash.of(bytes(line, "leaf")),
              line.has("body") ? line.get("body").asText() : null));
    }
    if (line.has("kind") && line.has("body")) {
      return new OfStray(line.get("kind").asText(), line.get("body").asText());
    }
    if (line.has("size") && line.has("leaves") && line.has("signed")) {
      return new OfHead(
          new EvidenceHead(
              line.get("size").longValue(),
              TreeHash.split(bytes(line, "leaves")),
              new RawSignedDocument(bytes(line, "signed")),
              line.has("timeStamp") ? new RawTimeStamp(bytes(line, "timeStamp")) : null));
    }
    return null;
  }

  private static byte[] bytes(JsonNode line, String field) throws IOException {
    byte[] bytes = line.get(field).binaryValue();
    if (bytes == null) {
      throw new IllegalArgumentException(field + " holds no bytes");
    }
    return bytes;
  }
}
