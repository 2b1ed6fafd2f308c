package jp.chukan.gateway.staff.account;

import java.time.Instant;
import java.time.ZoneOffset;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.UserId;
import jp.chukan.gateway.audit.Operation;
import jp.chukan.gateway.audit.OperationKind;
import jp.chukan.gateway.audit.OperationLog;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Ends the running sessions of a person at once (JN-35, MU-06), in the open transaction. */
@Component
public class RevokeSessions {
  private final JdbcClient jdbc;
  private final OperationLog operations;

  RevokeSessions(JdbcClient jdbc, OperationLog operations) {
    this.jdbc = jdbc;
    this.operations = operations;
  }

  /**
   * @param kept number of the session that goes on, 0 when none does
   */
  public void revoke(InstitutionCode institution, UserId user, long kept, Instant at) {
    int ended =
        jdbc.sql(
                """
                update staff_session
                   set ended_at = :at, ended_how = 'REVOKED'
                 where user_id = :user and ended_at is null and number <> :kept
                """)
            .param("user", user.value())
            .param("kept", kept)
            .param("at", at.atOffset(ZoneOffset.UTC))
            .update();
    for (int i = 0; i < ended; i++) {
      operations.append(
          new Operation(
              institution,
              user,
              OperationKind.LOGOUT,
              "logout-revoked",
              true,
              null,
              null,
              null,
              at));
    }
  }
}
