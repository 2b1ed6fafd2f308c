package jp.chukan.gateway.record.seal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.evidence.TreeHash;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Leaves of the open transaction's institution and where they stand in its tree. */
@Component
class TreeLeaves {
  private final JdbcClient jdbc;

  TreeLeaves(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private record Placed(long position, TreeHash hash) {}

  /**
   * Gives the oldest leaves without a position the next ones. A leaf whose transaction ends later
   * than that of a younger one gets its position later.
   *
   * @param next the first position to give
   * @param most how many leaves at most
   * @return their hashes, in order of position
   */
  List<TreeHash> place(InstitutionCode institution, long next, int most) {
    return jdbc
        .sql(
            """
            with placed as (
              select leaf_id, written_at, :next + row_number() over (order by leaf_id) - 1 as place
                from (select leaf_id, written_at from record_leaf
                       where institution_code = :institution and tree_position is null
                       order by leaf_id
                       limit :most) as oldest)
            update record_leaf as leaf
               set tree_position = placed.place
              from placed
             where leaf.leaf_id = placed.leaf_id and leaf.written_at = placed.written_at
            returning leaf.tree_position, leaf.leaf_hash
            """)
        .param("institution", institution.value())
        .param("next", next)
        .param("most", most)
        .query(
            (row, index) ->
                new Placed(row.getLong("tree_position"), TreeHash.of(row.getBytes("leaf_hash"))))
        .list()
        .stream()
        .sorted(Comparator.comparingLong(Placed::position))
        .map(Placed::hash)
        .toList();
  }

  /** When the oldest leaf was written that has no position yet. */
  Optional<Instant> oldestNotPlaced(InstitutionCode institution) {
    return jdbc.sql(
            """
            select written_at from record_leaf
             where institution_code = :institution and tree_position is null
             order by leaf_id
             limit 1
            """)
        .param("institution", institution.value())
        .query(OffsetDateTime.class)
        .optional()
        .map(OffsetDateTime::toInstant);
  }

  /** When the leaf at this position was written. */
  Optional<Instant> writtenAt(InstitutionCode institution, long position) {
    return jdbc.sql(
            """
            select written_at from record_leaf
             where institution_code = :institution and tree_position = :position
            """)
        .param("institution", institution.value())
        .param("position", position)
        .query(OffsetDateTime.class)
        .optional()
        .map(OffsetDateTime::toInstant);
  }

  /** Where the leaf stands, empty when there is none or it stands nowhere yet. */
  Optional<Long> positionOf(InstitutionCode institution, long leaf) {
    return jdbc.sql(
            """
            select tree_position from record_leaf
             where institution_code = :institution and leaf_id = :leaf
               and tree_position is not null
            """)
        .param("institution", institution.value())
        .param("leaf", leaf)
        .query(Long.class)
        .optional();
  }

  /** The hashes at these positions, one behind the other. */
  List<TreeHash> hashes(InstitutionCode institution, long from, long count) {
    return jdbc.sql(
            """
            select leaf_hash from record_leaf
             where institution_code = :institution
               and tree_position >= :from and tree_position < :from + :count
             order by tree_position
            """)
        .param("institution", institution.value())
        .param("from", from)
        .param("count", count)
        .query((row, index) -> TreeHash.of(row.getBytes("leaf_hash")))
        .list();
  }
}
