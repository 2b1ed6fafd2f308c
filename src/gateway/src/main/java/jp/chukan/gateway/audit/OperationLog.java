package jp.chukan.gateway.audit;

import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The 「操作ログ」: appended in the transaction of the deed, so that neither is there without the other.
 * The server's own role can change and remove nothing of it (JN-19).
 */
@Component
public class OperationLog {
  private final JdbcClient jdbc;

  public OperationLog(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Appends in the transaction that is open, which must be the institution's. */
  public void append(Operation operation) {
    jdbc.sql(
            """
            insert into operation (institution_code, user_id, kind, operation_function, succeeded,
                                   target, addressee_number, purpose, occurred_at)
            values (:institution, :user, :kind, :function, :succeeded, :target, :addressee,
                    :purpose, :at)
            """)
        .param("institution", operation.institution().value())
        .param("user", operation.user() == null ? null : operation.user().value())
        .param("kind", operation.kind().name())
        .param("function", operation.function())
        .param("succeeded", operation.succeeded())
        .param("target", operation.target())
        .param("addressee", operation.addressee() == null ? null : operation.addressee().value())
        .param("purpose", operation.purpose())
        .param("at", operation.at().atOffset(ZoneOffset.UTC))
        .update();
  }
}
