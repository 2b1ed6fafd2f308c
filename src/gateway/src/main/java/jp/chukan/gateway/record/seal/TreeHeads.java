package jp.chukan.gateway.record.seal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.crypto.RawSignedDocument;
import jp.chukan.contract.crypto.RawTimeStamp;
import jp.chukan.contract.evidence.GrowingTree;
import jp.chukan.contract.evidence.TreeHash;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The signed heads of the open transaction's institution; none is ever changed or removed. */
@Component
class TreeHeads {
  /** Without the leaves, which can be many. */
  private static final String COLUMNS =
      "head_number, tree_size, tops, signed_head, signed_at, time_stamp, stamped_at ";

  private final JdbcClient jdbc;

  TreeHeads(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Lets one at a time go on with the tree, on whichever node.
   *
   * @return false when somebody else does
   */
  boolean lock(InstitutionCode institution) {
    return jdbc.sql("select pg_try_advisory_xact_lock(hashtext('tree_head'), hashtext(:code))")
        .param("code", institution.value())
        .query(Boolean.class)
        .single();
  }

  Optional<StoredHead> newest() {
    return jdbc.sql("select " + COLUMNS + " from tree_head order by head_number desc limit 1")
        .query((row, index) -> head(row))
        .optional();
  }

  /** The newest that a time stamp proves. */
  Optional<StoredHead> newestStamped() {
    return jdbc.sql(
            "select "
                + COLUMNS
                + """
                    from tree_head
                   where time_stamp is not null
                   order by head_number desc limit 1
                  """)
        .query((row, index) -> head(row))
        .optional();
  }

  /**
   * The oldest that covers the leaf at this position and has a time stamp, or the newest at all.
   */
  Optional<StoredHead> covering(long position) {
    return jdbc.sql(
            """
            (select %1$s from tree_head
              where tree_size > :position and time_stamp is not null
              order by tree_size, head_number limit 1)
            union all
            (select %1$s from tree_head
              where tree_size > :position
              order by head_number desc limit 1)
             limit 1
            """
                .formatted(COLUMNS))
        .param("position", position)
        .query((row, index) -> head(row))
        .optional();
  }

  void append(
      InstitutionCode institution,
      GrowingTree tree,
      List<TreeHash> added,
      RawSignedDocument signed,
      Instant signedAt) {
    jdbc.sql(
            """
            insert into tree_head (institution_code, tree_size, leaf_hashes, tops, signed_head,
                                   signed_at)
            values (:institution, :size, :added, :tops, :signed, :at)
            """)
        .param("institution", institution.value())
        .param("size", tree.size())
        .param("added", TreeHash.join(added))
        .param("tops", TreeHash.join(tree.tops()))
        .param("signed", signed.bytes())
        .param("at", signedAt.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Keeps the time stamp of a head, once. */
  void stamp(long number, RawTimeStamp timeStamp, Instant stampedAt) {
    jdbc.sql(
            """
            update tree_head set time_stamp = :stamp, stamped_at = :at
             where head_number = :number and time_stamp is null
            """)
        .param("stamp", timeStamp.bytes())
        .param("at", stampedAt.atOffset(ZoneOffset.UTC))
        .param("number", number)
        .update();
  }

  private static StoredHead head(ResultSet row) throws SQLException {
    byte[] stamp = row.getBytes("time_stamp");
    return new StoredHead(
        row.getLong("head_number"),
        row.getLong("tree_size"),
        TreeHash.split(row.getBytes("tops")),
        new RawSignedDocument(row.getBytes("signed_head")),
        row.getObject("signed_at", OffsetDateTime.class).toInstant(),
        stamp == null ? null : new RawTimeStamp(stamp),
        stamp == null ? null : row.getObject("stamped_at", OffsetDateTime.class).toInstant());
  }
}
