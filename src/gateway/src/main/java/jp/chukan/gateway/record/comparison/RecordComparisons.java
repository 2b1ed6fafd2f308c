package jp.chukan.gateway.record.comparison;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.document.ReportedExchange.Keeper;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.gateway.record.comparison.RecordFinding.Field;
import jp.chukan.gateway.record.comparison.RecordFinding.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The reports of the open transaction's institution; appended, never changed. */
@Component
public class RecordComparisons {
  private final JdbcClient jdbc;

  public RecordComparisons(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void append(InstitutionCode institution, LocalDate day, CompareDay.Result result, Instant at) {
    long number =
        insert(
            institution,
            new RecordComparison(
                0,
                day,
                at,
                null,
                result.own(),
                result.network(),
                result.other(),
                result.open(),
                result.findings().size()));
    int position = 0;
    for (RecordFinding finding : result.findings()) {
      insert(institution, number, ++position, finding);
    }
  }

  /** There was nothing to compare with. */
  void append(InstitutionCode institution, LocalDate day, ErrorCode error, Instant at) {
    insert(institution, new RecordComparison(0, day, at, error.id(), 0, 0, 0, 0, 0));
  }

  private long insert(InstitutionCode institution, RecordComparison one) {
    return jdbc.sql(
            """
            insert into record_comparison (institution_code, day, compared_at, error_code,
                   own_records, network_records, other_records, open_records, findings)
            values (:institution, :day, :at, :error, :own, :network, :other, :open, :findings)
            returning comparison
            """)
        .param("institution", institution.value())
        .param("day", one.day())
        .param("at", one.comparedAt().atOffset(ZoneOffset.UTC))
        .param("error", one.errorCode())
        .param("own", one.own())
        .param("network", one.network())
        .param("other", one.other())
        .param("open", one.open())
        .param("findings", one.findings())
        .query(Long.class)
        .single();
  }

  private void insert(
      InstitutionCode institution, long number, int position, RecordFinding finding) {
    jdbc.sql(
            """
            insert into record_comparison_finding (institution_code, comparison, position, kind,
                   keeper, processing_number, field, here, there)
            values (:institution, :comparison, :position, :kind, :keeper, :number, :field, :here,
                    :there)
            """)
        .param("institution", institution.value())
        .param("comparison", number)
        .param("position", position)
        .param("kind", finding.kind().name())
        .param("keeper", finding.keeper().name())
        .param("number", finding.number().value())
        .param("field", finding.field() == null ? null : finding.field().name())
        .param("here", finding.here())
        .param("there", finding.there())
        .update();
  }

  /** The newest report of each day from this one on, the newest day first. */
  public List<RecordComparison> newest(LocalDate from, int skip, int most) {
    return jdbc.sql(
            """
            select * from (
              select distinct on (day) * from record_comparison
               where day >= :from
               order by day desc, comparison desc) newest
             order by day desc
            offset :skip
             limit :most
            """)
        .param("from", from)
        .param("skip", skip)
        .param("most", most)
        .query((row, index) -> read(row))
        .list();
  }

  /** All reports of one day, the newest first. */
  public List<RecordComparison> of(LocalDate day) {
    return jdbc.sql("select * from record_comparison where day = :day order by comparison desc")
        .param("day", day)
        .query((row, index) -> read(row))
        .list();
  }

  public Optional<RecordComparison> find(long number) {
    return jdbc.sql("select * from record_comparison where comparison = :number")
        .param("number", number)
        .query((row, index) -> read(row))
        .optional();
  }

  /** What a report found, in its order. */
  public List<RecordFinding> findings(long number, int skip, int most) {
    return jdbc.sql(
            """
            select * from record_comparison_finding
             where comparison = :number
             order by position
            offset :skip
             limit :most
            """)
        .param("number", number)
        .param("skip", skip)
        .param("most", most)
        .query((row, index) -> finding(row))
        .list();
  }

  private static RecordComparison read(ResultSet row) throws SQLException {
    return new RecordComparison(
        row.getLong("comparison"),
        Objects.requireNonNull(row.getObject("day", LocalDate.class)),
        row.getObject("compared_at", OffsetDateTime.class).toInstant(),
        row.getString("error_code"),
        row.getInt("own_records"),
        row.getInt("network_records"),
        row.getInt("other_records"),
        row.getInt("open_records"),
        row.getInt("findings"));
  }

  private static RecordFinding finding(ResultSet row) throws SQLException {
    @Nullable String field = row.getString("field");
    return new RecordFinding(
        Kind.valueOf(row.getString("kind")),
        Keeper.valueOf(row.getString("keeper")),
        new ProcessingNumber(row.getString("processing_number")),
        field == null ? null : Field.valueOf(field),
        row.getString("here"),
        row.getString("there"));
  }
}
