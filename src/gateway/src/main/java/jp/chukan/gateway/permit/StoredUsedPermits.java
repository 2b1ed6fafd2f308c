package jp.chukan.gateway.permit;

import java.time.Instant;
import java.time.ZoneOffset;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.PermitId;
import jp.chukan.contract.code.ProcessingNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The used permits in the database: of two that come at once, the second waits and loses. */
@Component
final class StoredUsedPermits implements UsedPermits {
  private final JdbcClient jdbc;

  StoredUsedPermits(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public boolean isUsed(InstitutionCode institution, PermitId permit) {
    return jdbc.sql(
            """
            select exists (select 1 from used_permit
                            where institution_code = :institution and permit_id = :permit)
            """)
        .param("institution", institution.value())
        .param("permit", permit.value())
        .query(Boolean.class)
        .single();
  }

  @Override
  public boolean isUsedFor(InstitutionCode institution, PermitId permit, ProcessingNumber number) {
    return jdbc.sql(
            """
            select exists (select 1 from used_permit
                            where institution_code = :institution and permit_id = :permit
                              and processing_number = :number)
            """)
        .param("institution", institution.value())
        .param("permit", permit.value())
        .param("number", number.value())
        .query(Boolean.class)
        .single();
  }

  @Override
  public boolean use(
      InstitutionCode institution,
      VerifiedProvisionPermit permit,
      ProcessingNumber number,
      Instant at) {
    int inserted =
        jdbc.sql(
                """
                insert into used_permit (institution_code, permit_id, processing_number, used_at,
                                         expires_at)
                values (:institution, :permit, :number, :usedAt, :expiresAt)
                on conflict do nothing
                """)
            .param("institution", institution.value())
            .param("permit", permit.id().value())
            .param("number", number.value())
            .param("usedAt", at.atOffset(ZoneOffset.UTC))
            .param("expiresAt", permit.expiresAt().atOffset(ZoneOffset.UTC))
            .update();
    return inserted == 1;
  }
}
