package jp.chukan.mocknetwork.coresystem;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ProcessingNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The inquiries of served municipalities, with the receipt that was given for each. */
@Component
final class TakenInquiries {
  private final JdbcClient jdbc;

  TakenInquiries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Claims the number; who comes at the same time waits until the transaction of the first ends.
   *
   * @return false when it is taken
   */
  boolean claim(ProcessingNumber number, InstitutionCode inquirer, byte[] digest, Instant at) {
    return jdbc.sql(
                """
                insert into core_inquiry (processing_number, inquirer, inquiry_digest, received_at)
                values (?, ?, ?, ?)
                on conflict (processing_number) do nothing
                """)
            .params(number.value(), inquirer.value(), digest, Timestamp.from(at))
            .update()
        == 1;
  }

  void keep(ProcessingNumber number, byte[] receipt, byte @Nullable [] path) {
    jdbc.sql("update core_inquiry set receipt = ?, path = ? where processing_number = ?")
        .params(receipt, path, number.value())
        .update();
  }

  /** The receipt for this very inquiry, empty when the number stands for another one. */
  Optional<byte[]> receipt(ProcessingNumber number, InstitutionCode inquirer, byte[] digest) {
    return jdbc.sql(
            """
            select receipt from core_inquiry
            where processing_number = ? and inquirer = ? and inquiry_digest = ?
            """)
        .params(number.value(), inquirer.value(), digest)
        .query(byte[].class)
        .optional();
  }

  /** The signed 「経路情報」 along which the answer goes. */
  byte[] path(ProcessingNumber number) {
    return jdbc.sql("select path from core_inquiry where processing_number = ?")
        .param(number.value())
        .query(byte[].class)
        .single();
  }
}
