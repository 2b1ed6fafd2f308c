package jp.chukan.contract.evidence;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.crypto.DocumentSigner;
import jp.chukan.contract.crypto.RawSignedDocument;
import jp.chukan.contract.crypto.RawTimeStamp;
import jp.chukan.contract.crypto.SigningKey;
import jp.chukan.contract.crypto.TestAuthority;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.contract.error.Refusal;

/**
 * What a server holds as evidence, in lists that a test may change as somebody with its disk could.
 */
final class Ledger {
  static final InstitutionCode ISHINOMAKI = new InstitutionCode("0220104202101700");
  static final Instant BEGIN = Instant.parse("2026-10-01T00:00:00Z");
  static final Duration STAMP_WITHIN = Duration.ofHours(4);

  final TestAuthority authority = TestAuthority.at(BEGIN);
  final List<EvidenceLeaf> leaves = new ArrayList<>();
  final List<EvidenceHead> heads = new ArrayList<>();

  private final SigningKey key = authority.signingKey(ISHINOMAKI);
  private final GrowingTree tree = new GrowingTree();

  /** So many records, with a head behind each batch. */
  static Ledger of(int batches, int each) {
    Ledger ledger = new Ledger();
    for (int batch = 0; batch < batches; batch++) {
      for (int i = 0; i < each; i++) {
        ledger.keep("PROVISION", "{\"number\":" + ledger.leaves.size() + "}");
      }
      ledger.seal();
    }
    return ledger;
  }

  /** A leaf that no head covers yet. */
  EvidenceLeaf leaf(String kind, String body) {
    return new EvidenceLeaf(
        null, kind, TreeHash.ofLeaf(body.getBytes(StandardCharsets.UTF_8)), body);
  }

  void keep(String kind, String body) {
    EvidenceLeaf leaf = leaf(kind, body);
    leaves.add(new EvidenceLeaf((long) leaves.size(), kind, leaf.hash(), body));
  }

  void seal() {
    List<TreeHash> added = new ArrayList<>();
    for (EvidenceLeaf leaf : leaves.subList(Math.toIntExact(tree.size()), leaves.size())) {
      added.add(leaf.hash());
      tree.append(leaf.hash());
    }
    Instant at = BEGIN.plusSeconds(heads.size());
    RawSignedDocument signed = sign(key, new TreeHead(ISHINOMAKI, tree.size(), tree.root(), at));
    heads.add(new EvidenceHead(tree.size(), added, signed, stamp(signed, at)));
  }

  static RawSignedDocument sign(SigningKey key, TreeHead head) {
    return new RawSignedDocument(new DocumentSigner(key, () -> head.signedAt()).sign(head.text()));
  }

  /** Stands for a token: the time, and the hash of what it was made for. */
  static RawTimeStamp stamp(RawSignedDocument signed, Instant at) {
    String text = at + " " + TreeHash.ofLeaf(signed.bytes());
    return new RawTimeStamp(text.getBytes(StandardCharsets.US_ASCII));
  }

  EvidenceLeaf changed(int position, String body) {
    EvidenceLeaf leaf = leaves.get(position);
    return new EvidenceLeaf(leaf.position(), leaf.kind(), leaf.hash(), body);
  }

  EvidenceReport verify(RawSignedDocument... known) {
    try {
      return verifier().verify(new ByteArrayInputStream(file()), List.of(known));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  EvidenceVerifier verifier() {
    return new EvidenceVerifier(
        new TreeHeadVerifier(authority.trustAnchors()), Ledger::provedTime, STAMP_WITHIN);
  }

  /** As the server exports it: behind each head's leaves the head, the rest at the end. */
  byte[] file() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var file = new EvidenceFileWriter(bytes, ISHINOMAKI, BEGIN.plusSeconds(1_000))) {
      int next = 0;
      for (EvidenceHead head : heads) {
        while (next < leaves.size() && isBefore(leaves.get(next), head.treeSize())) {
          file.write(leaves.get(next));
          next++;
        }
        file.write(head);
      }
      for (EvidenceLeaf leaf : leaves.subList(next, leaves.size())) {
        file.write(leaf);
      }
      file.finish();
    }
    return bytes.toByteArray();
  }

  private static boolean isBefore(EvidenceLeaf leaf, long size) {
    return leaf.position() != null && leaf.position() < size;
  }

  private static Instant provedTime(RawTimeStamp token, byte[] document) {
    String text = new String(token.bytes(), StandardCharsets.US_ASCII);
    String madeFor = " " + TreeHash.ofLeaf(document);
    if (!text.endsWith(madeFor)) {
      throw InvalidInputException.of(ErrorCode.SCM_SIGNATURE);
    }
    try {
      return Instant.parse(text.substring(0, text.length() - madeFor.length()));
    } catch (DateTimeParseException noTime) {
      throw new InvalidInputException(Refusal.of(ErrorCode.SCM_SIGNATURE), noTime);
    }
  }
}
