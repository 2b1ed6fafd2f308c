package jp.chukan.gateway.inquiry;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.gateway.kernel.Sha256;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The answers that were refused, in the open transaction of the institution: each delivery once,
 * however often the broker brings it.
 */
@Component
public class RefusedAnswers {
  private static final int MOST_ROWS = 1_000;

  private final JdbcClient jdbc;

  RefusedAnswers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Notes a delivery.
   *
   * @param number null when nothing in it could be believed
   * @return false when it was noted before
   */
  boolean note(
      InstitutionCode institution,
      byte[] signed,
      @Nullable ProcessingNumber number,
      ErrorCode code,
      Instant receivedAt) {
    return jdbc.sql(
                """
                insert into refused_answer (institution_code, digest, processing_number, error_code,
                                            received_at)
                values (:institution, :digest, :number, :code, :at)
                on conflict do nothing
                """)
            .param("institution", institution.value())
            .param("digest", Sha256.of(signed))
            .param("number", number == null ? null : number.value())
            .param("code", code.id())
            .param("at", receivedAt.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  /** The newest of the open transaction's institution, at most 1,000 (MS-78). */
  public List<RefusedAnswer> find() {
    return jdbc.sql(
            """
            select processing_number, error_code, received_at
              from refused_answer
             order by received_at desc, digest
             limit :most
            """)
        .param("most", MOST_ROWS)
        .query(
            (row, index) -> {
              String number = row.getString("processing_number");
              return new RefusedAnswer(
                  number == null ? null : new ProcessingNumber(number),
                  ErrorCode.ofId(row.getString("error_code")).orElseThrow(),
                  row.getObject("received_at", OffsetDateTime.class).toInstant());
            })
        .list();
  }
}
