package jp.chukan.gateway.record.seal;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.crypto.RawTimeStamp;
import jp.chukan.contract.crypto.TimeStampVerifier;
import jp.chukan.contract.crypto.TrustAnchors;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.contract.evidence.InclusionPath;
import jp.chukan.contract.evidence.InclusionProof;
import jp.chukan.contract.evidence.TreeHash;
import jp.chukan.contract.evidence.TreeHeadVerifier;
import jp.chukan.contract.evidence.VerifiedTreeHead;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes the proof that one 「情報提供等記録」 stands in the tree, in the institution's transaction. */
@Component
public class RecordProofs {
  private final TreeHeads heads;
  private final TreeLeaves leaves;
  private final TreeNodes nodes;
  private final JdbcClient jdbc;
  private final TreeHeadVerifier signatures;
  private final TimeStampVerifier times;

  RecordProofs(
      TreeHeads heads,
      TreeLeaves leaves,
      TreeNodes nodes,
      JdbcClient jdbc,
      TrustAnchors anchors,
      TimeStampVerifier times) {
    this.heads = heads;
    this.leaves = leaves;
    this.nodes = nodes;
    this.jdbc = jdbc;
    this.signatures = new TreeHeadVerifier(anchors);
    this.times = times;
  }

  /**
   * @param leaf number of the record's leaf, its position in the list of records
   * @throws InvalidInputException with {@link ErrorCode#TKM_RECORD_NOT_FOUND}; with {@link
   *     ErrorCode#TKM_NOT_SEALED} while no head covers it
   */
  public InclusionProof of(InstitutionCode institution, long leaf) {
    String body =
        body(institution, leaf)
            .orElseThrow(() -> InvalidInputException.of(ErrorCode.TKM_RECORD_NOT_FOUND));
    long position =
        leaves
            .positionOf(institution, leaf)
            .orElseThrow(() -> InvalidInputException.of(ErrorCode.TKM_NOT_SEALED));
    StoredHead head =
        heads
            .covering(position)
            .orElseThrow(() -> InvalidInputException.of(ErrorCode.TKM_NOT_SEALED));
    InclusionPath path = InclusionPath.of(position, head.treeSize(), nodes.of(institution));
    return new InclusionProof(
        institution, "PROVISION", body, path, head.signed(), head.timeStamp());
  }

  /**
   * Verifies a proof as anybody can.
   *
   * @throws InvalidInputException when it proves nothing: the record, the tree or its head has been
   *     changed
   */
  public CheckedProof check(InclusionProof proof) {
    VerifiedTreeHead head = proof.verify(signatures);
    RawTimeStamp token = proof.timeStamp();
    return new CheckedProof(
        TreeHash.ofLeaf(proof.body().getBytes(StandardCharsets.UTF_8)),
        head.head(),
        token == null ? null : times.verify(token, proof.signed().bytes()).time());
  }

  private Optional<String> body(InstitutionCode institution, long leaf) {
    return jdbc.sql(
            """
            select body from provision_record
             where institution_code = :institution and leaf_id = :leaf and body is not null
            """)
        .param("institution", institution.value())
        .param("leaf", leaf)
        .query((row, index) -> new String(row.getBytes("body"), StandardCharsets.UTF_8))
        .optional();
  }
}
