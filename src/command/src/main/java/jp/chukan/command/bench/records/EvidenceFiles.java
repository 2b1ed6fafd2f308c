package jp.chukan.command.bench.records;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.crypto.DocumentSigner;
import jp.chukan.contract.crypto.KeyFiles;
import jp.chukan.contract.crypto.RawSignedDocument;
import jp.chukan.contract.crypto.RawTimeStamp;
import jp.chukan.contract.crypto.SigningKey;
import jp.chukan.contract.crypto.TimeStampIssuer;
import jp.chukan.contract.crypto.TimeStampRequest;
import jp.chukan.contract.crypto.TimeStampVerifier;
import jp.chukan.contract.crypto.TrustAnchors;
import jp.chukan.contract.crypto.UnacceptableTimeStampRequestException;
import jp.chukan.contract.evidence.EvidenceFileWriter;
import jp.chukan.contract.evidence.EvidenceHead;
import jp.chukan.contract.evidence.EvidenceLeaf;
import jp.chukan.contract.evidence.GrowingTree;
import jp.chukan.contract.evidence.TreeHash;
import jp.chukan.contract.evidence.TreeHead;
import org.jspecify.annotations.Nullable;

/** Writes files of evidence as a server with much to do would, with heads a second apart. */
final class EvidenceFiles {
  private static final InstitutionCode MUNICIPALITY = new InstitutionCode("0220104202101700");
  private static final int LEAVES_OF_A_HEAD = 1_000;
  private static final int HEADS_OF_A_STAMP = 60;
  private static final int BUFFER = 1 << 16;

  /** As long as a 「情報提供等記録」 with three items, of nobody. */
  private static final String BODY =
      """
      {"institution":"0220104202101700","side":"PROVIDER","processingNumber":"PN%08d",\
      "inquirer":"0450000000001700","provider":"0220104202101700","affair":"JM01000000001000",\
      "procedure":"JT01010000001001","information":"TM00000000000001",\
      "items":["TK00000000000101","TK00000000000102","TK00000000000103"],\
      "linkageCode":"fictitious-code-%08d","permitId":"permit-%08d","nonDisclosure":null,\
      "inquiredAt":"2026-11-02T01:00:00.123456Z","receivedAt":"2026-11-02T01:00:00.234567Z",\
      "decidedAt":"2026-11-02T01:00:00.345678Z","outcome":"PROVIDED","errorCode":null}""";

  private final SigningKey key;
  private final TimeStampIssuer authority;
  private final TimeStampVerifier times;
  private final SecureRandom random = new SecureRandom();

  /**
   * @param keys folder of the test PKI
   * @param password of its key stores
   */
  EvidenceFiles(Path keys, char[] password) {
    TrustAnchors anchors = KeyFiles.trustAnchors(keys.resolve("trust.p12"), password);
    this.key = KeyFiles.signingKey(keys.resolve("signing-" + MUNICIPALITY + ".p12"), password);
    this.authority =
        new TimeStampIssuer(
            KeyFiles.signingKey(keys.resolve("time-stamp-authority.p12"), password));
    this.times = new TimeStampVerifier(anchors);
  }

  /**
   * Writes one.
   *
   * @param records how many
   * @param changed position of one that was changed after it was sealed, negative for none
   * @param from time of the first head
   */
  void write(Path file, int records, int changed, Instant from) throws IOException {
    GrowingTree tree = new GrowingTree();
    List<TreeHash> added = new ArrayList<>(LEAVES_OF_A_HEAD);
    try (var writer =
        new EvidenceFileWriter(
            new BufferedOutputStream(Files.newOutputStream(file), BUFFER), MUNICIPALITY, from)) {
      long heads = 0;
      for (int n = 0; n < records; n++) {
        String body = BODY.formatted(n, n, n);
        TreeHash leaf = TreeHash.ofLeaf(body.getBytes(StandardCharsets.US_ASCII));
        String held = n == changed ? body.replace("PROVIDED", "REFUSED") : body;
        writer.write(new EvidenceLeaf((long) n, "PROVISION", leaf, held));
        tree.append(leaf);
        added.add(leaf);
        if (added.size() == LEAVES_OF_A_HEAD || n == records - 1) {
          writer.write(head(tree, added, from.plusSeconds(heads), heads % HEADS_OF_A_STAMP == 0));
          heads++;
          added.clear();
        }
      }
      writer.finish();
    }
  }

  private EvidenceHead head(GrowingTree tree, List<TreeHash> added, Instant at, boolean stamped) {
    TreeHead head = new TreeHead(MUNICIPALITY, tree.size(), tree.root(), at);
    RawSignedDocument signed =
        new RawSignedDocument(new DocumentSigner(key, () -> at).sign(head.text()));
    return new EvidenceHead(tree.size(), added, signed, stamped ? stamp(signed, at) : null);
  }

  private @Nullable RawTimeStamp stamp(RawSignedDocument signed, Instant at) {
    TimeStampRequest request = TimeStampRequest.over(signed.bytes(), random);
    try {
      byte[] reply = authority.grant(request, BigInteger.valueOf(at.getEpochSecond()), at);
      return times.verifyReply(reply, request).raw();
    } catch (UnacceptableTimeStampRequestException e) {
      throw new IllegalStateException("our own request is not taken", e);
    }
  }
}
