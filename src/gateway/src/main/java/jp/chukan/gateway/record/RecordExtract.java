package jp.chukan.gateway.record;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.function.Consumer;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.gateway.kernel.Conditions;
import jp.chukan.gateway.kernel.RowCursor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * 「情報提供等記録」 that are to leave, one by one and the newest first; one whose 「保管期限」 is over is left
 * out. In the open transaction of the institution.
 */
@Component
public class RecordExtract {
  private final RowCursor cursor;

  public RecordExtract(RowCursor cursor) {
    this.cursor = cursor;
  }

  /**
   * Which of them; null leaves a condition out.
   *
   * @param number only those of this exchange
   * @param side only those of this side
   * @param from not before
   * @param to before
   * @param before only those before this position, {@link Long#MAX_VALUE} for all
   * @param most how many at most
   */
  public record Selection(
      @Nullable ProcessingNumber number,
      @Nullable RecordSide side,
      @Nullable Instant from,
      @Nullable Instant to,
      long before,
      @Nullable Integer most) {}

  /** The position after the last record that there is. */
  public long end(InstitutionCode institution) {
    return cursor
        .sql(
            """
            select coalesce(max(leaf_id), 0) + 1 from provision_record
             where institution_code = :institution
            """)
        .param("institution", institution.value())
        .query(Long.class)
        .single();
  }

  public long count(InstitutionCode institution, Selection selection) {
    return bound(
            "select count(*) from (select leaf_id " + rows(selection) + ") found",
            institution,
            selection)
        .query(Long.class)
        .single();
  }

  public void each(InstitutionCode institution, Selection selection, Consumer<StoredRecord> taker) {
    bound("select leaf_id, body " + rows(selection), institution, selection)
        .query(
            row -> {
              taker.accept(
                  new StoredRecord(
                      row.getLong("leaf_id"), ProvisionRecords.read(row.getBytes("body"))));
            });
  }

  private static String rows(Selection selection) {
    return Conditions.of("from provision_record")
            .where("institution_code = :institution")
            .where("leaf_id < :before and body is not null")
            .given(selection.number(), "processing_number = :number")
            .given(selection.side(), "side = :side")
            .given(selection.from(), "decided_at >= :from")
            .given(selection.to(), "decided_at < :to")
            .sql()
        + " order by leaf_id desc limit cast(:most as bigint)";
  }

  private StatementSpec bound(String sql, InstitutionCode institution, Selection selection) {
    ProcessingNumber number = selection.number();
    RecordSide side = selection.side();
    return cursor
        .sql(sql)
        .param("institution", institution.value())
        .param("number", number == null ? null : number.value())
        .param("side", side == null ? null : side.name())
        .param("from", time(selection.from()))
        .param("to", time(selection.to()))
        .param("before", selection.before())
        .param("most", selection.most());
  }

  private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }
}
