package jp.chukan.gateway.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.util.List;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ProcessingNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

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

  public ProvisionRecords(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Appends the record and its leaf in the open transaction of the institution. */
  public void append(ProvisionRecord record) {
    byte[] body = write(record);
    jdbc.sql(
            """
            with leaf as (
              insert into record_leaf (institution_code, kind, leaf_hash, written_at)
              values (:institution, 'PROVISION', :leafHash, :decidedAt)
              returning leaf_id)
            insert into provision_record (institution_code, leaf_id, side, processing_number,
                                          linkage_code, outcome, error_code, decided_at, body)
            select :institution, leaf_id, :side, :processingNumber, :linkageCode, :outcome,
                   :errorCode, :decidedAt, :body
              from leaf
            """)
        .param("institution", record.institution().value())
        .param("leafHash", RecordLeaf.hash(body))
        .param("side", record.side().name())
        .param(
            "processingNumber",
            record.processingNumber() == null ? null : record.processingNumber().value())
        .param("linkageCode", record.linkageCode() == null ? null : record.linkageCode().value())
        .param("outcome", record.outcome().name())
        .param("errorCode", record.errorCode())
        .param("decidedAt", record.decidedAt().atOffset(ZoneOffset.UTC))
        .param("body", body)
        .update();
  }

  /**
   * The records of the institution, oldest first, in its open transaction.
   *
   * @param number only those of this exchange, null for all; at most 10,000
   */
  public List<ProvisionRecord> find(
      InstitutionCode institution, @Nullable ProcessingNumber number) {
    return jdbc
        .sql(
            """
            select body from provision_record
             where institution_code = :institution
               and (cast(:number as text) is null or processing_number = :number)
             order by leaf_id
             limit :most
            """)
        .param("institution", institution.value())
        .param("number", number == null ? null : number.value())
        .param("most", MOST_ROWS)
        .query(byte[].class)
        .list()
        .stream()
        .map(ProvisionRecords::read)
        .toList();
  }

  private static byte[] write(ProvisionRecord record) {
    try {
      return JSON.writeValueAsBytes(record);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a record is always writable", e);
    }
  }

  private static ProvisionRecord read(byte[] body) {
    try {
      return JSON.readValue(body, ProvisionRecord.class);
    } catch (IOException e) {
      throw new UncheckedIOException("a stored record is not readable", e);
    }
  }
}
