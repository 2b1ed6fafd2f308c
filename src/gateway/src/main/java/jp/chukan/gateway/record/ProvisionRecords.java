package jp.chukan.gateway.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.LinkageCode;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.evidence.TreeHash;
import jp.chukan.gateway.kernel.Conditions;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.util.function.SingletonSupplier;

/**
 * Keeps 「情報提供等記録」: appended in the transaction of the deed, together with the hash of the leaf that
 * makes a later change visible; neither can be changed or removed by the server's own role.
 */
@Component
public class ProvisionRecords {
  private static final int MOST_ROWS = 10_000;

  /** The stored bytes are the hashed bytes: one fixed order, times as ISO-8601 text. */
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  private final JdbcClient jdbc;
  private final Supplier<List<RecordedDeeds>> listeners;

  /** Records of which nobody is told. */
  public ProvisionRecords(JdbcClient jdbc) {
    this.jdbc = jdbc;
    this.listeners = List::of;
  }

  @Autowired
  ProvisionRecords(JdbcClient jdbc, ObjectProvider<RecordedDeeds> listeners) {
    this.jdbc = jdbc;
    // they need records themselves, so they are asked for when first told
    this.listeners = SingletonSupplier.of(() -> listeners.stream().toList());
  }

  /** Appends the record and its leaf in the open transaction of the institution. */
  public void append(ProvisionRecord record) {
    append(List.of(record));
  }

  /** Appends all of them, each with its leaf, at once and in their order. */
  public void append(List<ProvisionRecord> records) {
    List<byte[]> bodies = records.stream().map(ProvisionRecords::write).toList();
    // the identities are given after the sort, so the n-th leaf is that of the n-th record
    jdbc.sql(
            """
            with entry as materialized (
              select institution, side, number, linkage_code, outcome, error_code,
                     cast(decided_at as timestamptz) as decided_at, body, leaf_hash, position
                from unnest(:institutions, :sides, :numbers, :linkageCodes, :outcomes, :errorCodes,
                            :decidedAts, :bodies, :leafHashes) with ordinality
                     as e (institution, side, number, linkage_code, outcome, error_code,
                           decided_at, body, leaf_hash, position)),
            leaf as (
              insert into record_leaf (institution_code, kind, leaf_hash, written_at)
              select institution, 'PROVISION', leaf_hash, decided_at from entry order by position
              returning leaf_id),
            numbered as (
              select leaf_id, row_number() over (order by leaf_id) as position from leaf)
            insert into provision_record (institution_code, leaf_id, side, processing_number,
                                          linkage_code, outcome, error_code, decided_at, body)
            select institution, leaf_id, side, number, linkage_code, outcome, error_code,
                   decided_at, body
              from entry join numbered using (position)
            """)
        .param("institutions", column(records, r -> r.institution().value()))
        .param("sides", column(records, r -> r.side().name()))
        .param("numbers", column(records, r -> valueOf(r.processingNumber())))
        .param("linkageCodes", column(records, r -> valueOf(r.linkageCode())))
        .param("outcomes", column(records, r -> r.outcome().name()))
        .param("errorCodes", column(records, ProvisionRecord::errorCode))
        .param("decidedAts", column(records, r -> r.decidedAt().toString()))
        .param("bodies", bodies.toArray(byte[][]::new))
        .param(
            "leafHashes",
            bodies.stream().map(body -> TreeHash.ofLeaf(body).bytes()).toArray(byte[][]::new))
        .update();
    tellAfterCommit(records);
  }

  private void tellAfterCommit(List<ProvisionRecord> records) {
    List<RecordedDeeds> told = listeners.get();
    if (told.isEmpty()) {
      return;
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            told.forEach(listener -> records.forEach(listener::recorded));
          }
        });
  }

  private static @Nullable String[] column(
      List<ProvisionRecord> records, Function<ProvisionRecord, @Nullable String> value) {
    return records.stream().map(value).toArray(String[]::new);
  }

  private static @Nullable String valueOf(@Nullable ProcessingNumber number) {
    return number == null ? null : number.value();
  }

  private static @Nullable String valueOf(@Nullable LinkageCode code) {
    return code == null ? null : code.value();
  }

  /**
   * The records of the institution, oldest first, in its open transaction.
   *
   * @param number only those of this exchange, null for all; at most 10,000
   */
  public List<ProvisionRecord> find(
      InstitutionCode institution, @Nullable ProcessingNumber number) {
    return page(institution, number, null, 0).stream().map(StoredRecord::entry).toList();
  }

  /**
   * The next records of the institution, oldest first, at most 10,000. Of records that are written
   * while they are read, one may get a lower position than one that is seen before it.
   *
   * @param number only those of this exchange, null for all
   * @param side only those of this side, null for both
   * @param after only those after this position, 0 for the first
   */
  public List<StoredRecord> page(
      InstitutionCode institution,
      @Nullable ProcessingNumber number,
      @Nullable RecordSide side,
      long after) {
    return jdbc.sql(rows("leaf_id > :after", number, side) + " order by leaf_id limit :most")
        .param("institution", institution.value())
        .param("number", number == null ? null : number.value())
        .param("side", side == null ? null : side.name())
        .param("after", after)
        .param("most", MOST_ROWS)
        .query((row, index) -> new StoredRecord(row.getLong("leaf_id"), read(row.getBytes("body"))))
        .list();
  }

  /** The record at this position, in the open transaction; empty when its body is gone. */
  public Optional<StoredRecord> at(InstitutionCode institution, long position) {
    return jdbc.sql(
            """
            select leaf_id, body from provision_record
             where institution_code = :institution and leaf_id = :position and body is not null
            """)
        .param("institution", institution.value())
        .param("position", position)
        .query((row, index) -> new StoredRecord(row.getLong("leaf_id"), read(row.getBytes("body"))))
        .optional();
  }

  /**
   * Records of the institution to look at, the newest first; one whose 「保管期限」 is over is left out.
   *
   * @param number only those of this exchange, null for all
   * @param side only those of this side, null for both
   * @param before only those before this position, {@link Long#MAX_VALUE} for the newest
   * @param most how many at most
   */
  public List<StoredRecord> newest(
      InstitutionCode institution,
      @Nullable ProcessingNumber number,
      @Nullable RecordSide side,
      long before,
      int most) {
    return jdbc.sql(
            rows("leaf_id < :before and body is not null", number, side)
                + " order by leaf_id desc limit :most")
        .param("institution", institution.value())
        .param("number", number == null ? null : number.value())
        .param("side", side == null ? null : side.name())
        .param("before", before)
        .param("most", most)
        .query((row, index) -> new StoredRecord(row.getLong("leaf_id"), read(row.getBytes("body"))))
        .list();
  }

  private static String rows(
      String position, @Nullable ProcessingNumber number, @Nullable RecordSide side) {
    return Conditions.of("select leaf_id, body from provision_record")
        .where("institution_code = :institution")
        .where(position)
        .given(number, "processing_number = :number")
        .given(side, "side = :side")
        .sql();
  }

  private static byte[] write(ProvisionRecord record) {
    try {
      return JSON.writeValueAsBytes(record);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a record is always writable", e);
    }
  }

  /** The record that these stored bytes are. */
  public static ProvisionRecord read(byte[] body) {
    try {
      return JSON.readValue(body, ProvisionRecord.class);
    } catch (IOException e) {
      throw new UncheckedIOException("a stored record is not readable", e);
    }
  }
}
