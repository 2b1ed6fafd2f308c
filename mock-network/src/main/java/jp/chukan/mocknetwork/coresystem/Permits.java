package jp.chukan.mocknetwork.coresystem;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import jp.chukan.contract.code.PermitId;
import jp.chukan.contract.code.ProcessingNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 「情報提供許可証」 that were issued: one per exchange. */
@Component
final class Permits {
  private final JdbcClient jdbc;

  Permits(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Keeps a permit.
   *
   * @throws org.springframework.dao.DuplicateKeyException when the exchange has one already
   */
  void keep(PermitId id, ProcessingNumber number, Instant expiresAt, byte[] signed) {
    jdbc.sql(
            """
            insert into core_permit (permit_id, processing_number, expires_at, document)
            values (?, ?, ?, ?)
            """)
        .params(id.value(), number.value(), Timestamp.from(expiresAt), signed)
        .update();
  }

  Optional<Instant> expiryOf(PermitId id) {
    return jdbc.sql("select expires_at from core_permit where permit_id = ?")
        .param(id.value())
        .query(Timestamp.class)
        .optional()
        .map(Timestamp::toInstant);
  }

  /** The signed permit. */
  byte[] document(PermitId id) {
    return jdbc.sql("select document from core_permit where permit_id = ?")
        .param(id.value())
        .query(byte[].class)
        .single();
  }

  /** The permit of the latest answered exchange between the same parties that is still valid. */
  Optional<Used> lastUsed(Inquiry inquiry, Instant now) {
    return jdbc.sql(
            """
            select p.permit_id, p.document
            from core_permit p join core_exchange e using (processing_number)
            where e.state = 'ANSWERED' and e.inquirer = ? and e.provider = ? and e.affair = ?
              and p.expires_at > ?
            order by e.answered_at desc limit 1
            """)
        .params(
            inquiry.inquirer().value(),
            inquiry.provider().value(),
            inquiry.affair().value(),
            Timestamp.from(now))
        .query((row, n) -> new Used(new PermitId(row.getString(1)), row.getBytes(2)))
        .optional();
  }

  /** A permit that has served. */
  record Used(PermitId id, byte[] document) {}
}
