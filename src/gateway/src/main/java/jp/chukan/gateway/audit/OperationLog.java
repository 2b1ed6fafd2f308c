package jp.chukan.gateway.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.ZoneOffset;
import jp.chukan.gateway.record.LeafKind;
import jp.chukan.gateway.record.RecordLeaves;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The 「操作ログ」: appended in the transaction of the deed, so that neither is there without the other,
 * together with a leaf that makes a later change visible. The server's own role can change and
 * remove nothing of it (JN-19).
 */
@Component
public class OperationLog {
  private static final JsonMapper JSON = new JsonMapper();

  private final JdbcClient jdbc;
  private final RecordLeaves leaves;

  public OperationLog(JdbcClient jdbc) {
    this.jdbc = jdbc;
    this.leaves = new RecordLeaves(jdbc);
  }

  /** Appends in the transaction that is open, which must be the institution's. */
  public void append(Operation operation) {
    byte[] body = write(operation);
    long leaf = leaves.append(operation.institution(), LeafKind.OPERATION, body, operation.at());
    jdbc.sql(
            """
            insert into operation (institution_code, user_id, kind, operation_function, succeeded,
                                   target, addressee_number, purpose, occurred_at, leaf_id, body)
            values (:institution, :user, :kind, :function, :succeeded, :target, :addressee,
                    :purpose, :at, :leaf, :body)
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
        .param("leaf", leaf)
        .param("body", body)
        .update();
  }

  /** The stored bytes are the hashed bytes: one fixed order, times as ISO-8601 text. */
  private static byte[] write(Operation operation) {
    try {
      return JSON.writeValueAsBytes(
          JSON.createObjectNode()
              .put("institution", operation.institution().value())
              .put("user", operation.user() == null ? null : operation.user().value())
              .put("kind", operation.kind().name())
              .put("function", operation.function())
              .put("succeeded", operation.succeeded())
              .put("target", operation.target())
              .put(
                  "addressee", operation.addressee() == null ? null : operation.addressee().value())
              .put("purpose", operation.purpose())
              .put("at", operation.at().toString()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an operation is always writable", e);
    }
  }
}
