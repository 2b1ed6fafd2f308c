package jp.chukan.gateway.record.purge;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.evidence.PurgeStatement;
import jp.chukan.contract.evidence.PurgedRange;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.kernel.JobProgress;
import jp.chukan.gateway.record.LeafKind;
import jp.chukan.gateway.record.RecordLeaves;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Removes records whose 「保管期限」 is over (JN-32). Their leaves stay, so that the tree proves what is
 * left as before; which bodies went is a leaf itself, written in the same transaction. Only what is
 * sealed goes.
 */
@Component("purgeRecords")
public final class PurgeRecords {
  private static final Logger log = LoggerFactory.getLogger(PurgeRecords.class);
  private static final int BATCH = 1_000;
  private static final List<LeafKind> KINDS = List.of(LeafKind.PROVISION, LeafKind.OPERATION);

  private final InstitutionTransactions transactions;
  private final RecordLeaves leaves;
  private final JdbcClient jdbc;
  private final RetentionSettings retention;
  private final InstantSource clock;

  PurgeRecords(
      InstitutionTransactions transactions,
      RecordLeaves leaves,
      JdbcClient jdbc,
      RetentionSettings retention,
      InstantSource clock) {
    this.transactions = transactions;
    this.leaves = leaves;
    this.jdbc = jdbc;
    this.retention = retention;
    this.clock = clock;
  }

  /**
   * Removes all that may go now, unless it is to end before: each batch and its statement go
   * together.
   *
   * @return how many records
   */
  public int purge(InstitutionCode institution, JobProgress progress) {
    int all = 0;
    for (LeafKind kind : KINDS) {
      if (progress.goesOn()) {
        all +=
            transactions.inBatches(
                institution, BATCH, progress, () -> purgeBatch(institution, kind));
      }
    }
    if (all > 0) {
      log.info("{} records of {} were kept long enough and are purged", all, institution);
    }
    return all;
  }

  private int purgeBatch(InstitutionCode institution, LeafKind kind) {
    Instant now = clock.instant();
    Instant before = retention.end(kind, now);
    List<Long> positions =
        jdbc.sql("select purge_records(:kind, :before, :most)")
            .param("kind", kind.name())
            .param("before", before.atOffset(ZoneOffset.UTC))
            .param("most", BATCH)
            .query(Long.class)
            .list();
    if (!positions.isEmpty()) {
      keep(institution, kind, before, positions, now);
    }
    return positions.size();
  }

  private void keep(
      InstitutionCode institution,
      LeafKind kind,
      Instant before,
      List<Long> positions,
      Instant now) {
    PurgeStatement statement =
        new PurgeStatement(
            institution.value(), kind.name(), before.toString(), ranges(positions), now.toString());
    byte[] body = statement.text().getBytes(StandardCharsets.UTF_8);
    long leaf = leaves.append(institution, LeafKind.PURGE, body, now);
    jdbc.sql(
            """
            insert into purge_statement (institution_code, leaf_id, purged_at, body)
            values (:institution, :leaf, :at, :body)
            """)
        .param("institution", institution.value())
        .param("leaf", leaf)
        .param("at", now.atOffset(ZoneOffset.UTC))
        .param("body", body)
        .update();
  }

  private static List<PurgedRange> ranges(List<Long> positions) {
    List<PurgedRange> ranges = new ArrayList<>();
    for (long position : positions) {
      boolean goesOn = !ranges.isEmpty() && ranges.getLast().to() == position - 1;
      ranges.add(new PurgedRange(goesOn ? ranges.removeLast().from() : position, position));
    }
    return ranges;
  }
}
