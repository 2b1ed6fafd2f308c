package jp.chukan.gateway.disclosure;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ProcessingNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which requests have served. One that is kept no more is refused for its age long before: the
 * clocks may be apart by minutes.
 */
@Component
final class UsedRequests {
  private static final Duration KEPT = Duration.ofDays(1);

  private final JdbcClient jdbc;

  UsedRequests(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Uses the number up in the open transaction of the institution.
   *
   * @return false when it has served
   */
  boolean use(InstitutionCode institution, ProcessingNumber number, Instant now) {
    jdbc.sql("delete from disclosure_request where received_at < :before")
        .param("before", now.minus(KEPT).atOffset(ZoneOffset.UTC))
        .update();
    return jdbc.sql(
                """
                insert into disclosure_request (institution_code, processing_number, received_at)
                values (:institution, :number, :now)
                on conflict do nothing
                """)
            .param("institution", institution.value())
            .param("number", number.value())
            .param("now", now.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }
}
