package jp.chukan.gateway.permit;

import java.time.Instant;
import java.time.ZoneOffset;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ProcessingNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How long the permits that have served are valid. */
@Component
public class PermitTimes {
  private final JdbcClient jdbc;

  public PermitTimes(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Whether the permit that served for this exchange is still valid; false when it is not known.
   */
  public boolean isValidFor(InstitutionCode institution, ProcessingNumber number, Instant at) {
    return jdbc.sql(
            """
            select exists (select 1 from used_permit
                            where institution_code = :institution and processing_number = :number
                              and expires_at > :at)
            """)
        .param("institution", institution.value())
        .param("number", number.value())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .query(Boolean.class)
        .single();
  }
}
