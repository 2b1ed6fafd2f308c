package jp.chukan.gateway.record.seal;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import javax.sql.DataSource;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.crypto.RawSignedDocument;
import jp.chukan.contract.crypto.RawTimeStamp;
import jp.chukan.contract.evidence.EvidenceEntry;
import jp.chukan.contract.evidence.EvidenceFileWriter;
import jp.chukan.contract.evidence.EvidenceHead;
import jp.chukan.contract.evidence.EvidenceLeaf;
import jp.chukan.contract.evidence.TreeHash;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Takes all evidence of an institution out, for verification elsewhere: every leaf with its record,
 * every head, and whatever lies beside the leaves without belonging to one. What is wrong is not
 * mended and not left out.
 */
@Component
public class EvidenceExport {
  private static final int HEADS = 20;
  private static final int FETCH = 1_000;

  /** Leaves beside their records; the times are equal and lead to the partition. */
  private static final String LEAVES =
      """
      select leaf.tree_position, leaf.kind, leaf.leaf_hash,
             coalesce(record.body, operation.body, purge.body) as body
        from record_leaf as leaf
        left join provision_record as record
          on leaf.kind = 'PROVISION' and record.institution_code = leaf.institution_code
             and record.decided_at = leaf.written_at and record.leaf_id = leaf.leaf_id
        left join operation
          on leaf.kind = 'OPERATION' and operation.institution_code = leaf.institution_code
             and operation.occurred_at = leaf.written_at and operation.leaf_id = leaf.leaf_id
        left join purge_statement as purge
          on leaf.kind = 'PURGE' and purge.institution_code = leaf.institution_code
             and purge.leaf_id = leaf.leaf_id
       where leaf.institution_code = :institution
      """;

  private final InstitutionTransactions transactions;
  private final JdbcClient jdbc;
  private final InstantSource clock;

  EvidenceExport(InstitutionTransactions transactions, DataSource dataSource, InstantSource clock) {
    this.transactions = transactions;
    JdbcTemplate template = new JdbcTemplate(dataSource);
    // else the driver takes all rows into memory first
    template.setFetchSize(FETCH);
    this.jdbc = JdbcClient.create(template);
    this.clock = clock;
  }

  private record Numbered(long number, EvidenceHead head) {}

  /** How many leaves there are, to say beforehand how long it gets. */
  public long count(InstitutionCode institution) {
    return transactions.within(
        institution,
        () ->
            jdbc.sql("select count(*) from record_leaf where institution_code = :institution")
                .param("institution", institution.value())
                .query(Long.class)
                .single());
  }

  /**
   * Writes everything as it stands at this moment, as a stream.
   *
   * @param out where the file goes; closed in the end
   */
  public void write(InstitutionCode institution, OutputStream out) throws IOException {
    try (EvidenceFileWriter file = new EvidenceFileWriter(out, institution, clock.instant())) {
      transactions.read(institution, () -> writeAll(institution, file));
      file.finish();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private void writeAll(InstitutionCode institution, EvidenceFileWriter file) {
    long size = 0;
    long after = 0;
    List<Numbered> heads = heads(after);
    while (!heads.isEmpty()) {
      for (Numbered next : heads) {
        writeLeaves(institution, size, next.head.treeSize(), file);
        write(() -> file.write(next.head));
        size = Math.max(size, next.head.treeSize());
        after = next.number;
      }
      heads = heads(after);
    }
    writeRest(institution, size, file);
    writeStrays(institution, file);
  }

  private List<Numbered> heads(long after) {
    return jdbc.sql(
            """
            select head_number, tree_size, leaf_hashes, signed_head, time_stamp from tree_head
             where head_number > :after
             order by head_number
             limit :most
            """)
        .param("after", after)
        .param("most", HEADS)
        .query((row, index) -> new Numbered(row.getLong("head_number"), head(row)))
        .list();
  }

  private void writeLeaves(
      InstitutionCode institution, long from, long to, EvidenceFileWriter file) {
    if (from < to) {
      jdbc.sql(
              LEAVES
                  + """
                     and leaf.tree_position >= :from and leaf.tree_position < :to
                   order by leaf.tree_position, leaf.leaf_id
                  """)
          .param("institution", institution.value())
          .param("from", from)
          .param("to", to)
          .query((RowCallbackHandler) row -> write(() -> file.write(leaf(row))));
    }
  }

  /** What no head covers: not sealed yet, or put there by somebody else. */
  private void writeRest(InstitutionCode institution, long size, EvidenceFileWriter file) {
    jdbc.sql(
            LEAVES
                + """
                   and (leaf.tree_position is null or leaf.tree_position >= :size)
                 order by leaf.tree_position, leaf.leaf_id
                """)
        .param("institution", institution.value())
        .param("size", size)
        .query((RowCallbackHandler) row -> write(() -> file.write(leaf(row))));
  }

  private void writeStrays(InstitutionCode institution, EvidenceFileWriter file) {
    jdbc.sql(
            """
            select 'PROVISION' as kind, body from provision_record as record
             where institution_code = :institution
               and not exists (
                 select from record_leaf as leaf
                  where leaf.leaf_id = record.leaf_id and leaf.written_at = record.decided_at
                    and leaf.institution_code = record.institution_code
                    and leaf.kind = 'PROVISION')
            union all
            select 'OPERATION' as kind, body from operation
             where institution_code = :institution
               and not exists (
                 select from record_leaf as leaf
                  where leaf.leaf_id = operation.leaf_id and leaf.written_at = occurred_at
                    and leaf.institution_code = operation.institution_code
                    and leaf.kind = 'OPERATION')
            """)
        .param("institution", institution.value())
        .query((RowCallbackHandler) row -> write(() -> file.write(stray(row))));
  }

  private static EvidenceHead head(ResultSet row) throws SQLException {
    byte[] stamp = row.getBytes("time_stamp");
    return new EvidenceHead(
        row.getLong("tree_size"),
        TreeHash.split(row.getBytes("leaf_hashes")),
        new RawSignedDocument(row.getBytes("signed_head")),
        stamp == null ? null : new RawTimeStamp(stamp));
  }

  private static EvidenceLeaf leaf(ResultSet row) throws SQLException {
    return new EvidenceLeaf(
        row.getObject("tree_position", Long.class),
        row.getString("kind"),
        TreeHash.of(row.getBytes("leaf_hash")),
        text(row));
  }

  private static EvidenceEntry.OfStray stray(ResultSet row) throws SQLException {
    String body = text(row);
    return new EvidenceEntry.OfStray(row.getString("kind"), body == null ? "" : body);
  }

  private static @Nullable String text(ResultSet row) throws SQLException {
    byte[] body = row.getBytes("body");
    return body == null ? null : new String(body, StandardCharsets.UTF_8);
  }

  /** Writes a line. */
  @FunctionalInterface
  private interface Writing {
    void run() throws IOException, SQLException;
  }

  private static void write(Writing line) {
    try {
      line.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException("a column that was selected is not there", e);
    }
  }
}
