package jp.chukan.gateway.record;

import java.time.Instant;
import java.time.ZoneOffset;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.evidence.TreeHash;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Leaves of the tree that shows tampering: whatever is kept as evidence gets one in the transaction
 * of the deed; the server's own role can change and remove none.
 */
@Component
public class RecordLeaves {
  private final JdbcClient jdbc;

  public RecordLeaves(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Appends a leaf in the open transaction of the institution.
   *
   * @param body the bytes as they are stored beside the leaf
   * @param at when the deed was done
   * @return number of the leaf
   */
  public long append(InstitutionCode institution, LeafKind kind, byte[] body, Instant at) {
    return jdbc.sql(
            """
            insert into record_leaf (institution_code, kind, leaf_hash, written_at)
            values (:institution, :kind, :hash, :at)
            returning leaf_id
            """)
        .param("institution", institution.value())
        .param("kind", kind.name())
        .param("hash", TreeHash.ofLeaf(body).bytes())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .query(Long.class)
        .single();
  }
}
