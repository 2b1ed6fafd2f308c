package jp.chukan.gateway.replica;

import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import jp.chukan.contract.code.DepartmentCode;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.code.UserId;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.contract.message.MessageHeader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Messages that took effect, by 「電文メッセージID」: the same sent again gets the same result and has no
 * second effect.
 */
@Component
class TakenMessages {
  private final JdbcClient jdbc;

  TakenMessages(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Who sends what.
   *
   * @param institution whom the certificate proves
   * @param header names the message
   * @param department 「依頼元部署コード」
   * @param user 「依頼元ユーザーID」
   */
  record Sender(
      InstitutionCode institution, MessageHeader header, DepartmentCode department, UserId user) {}

  /** A message that was taken before, and what it was answered. */
  @SuppressWarnings("ArrayRecordComponent") // compared by no one
  record Taken(byte[] contentHash, byte[] result) {

    /**
     * @throws InvalidInputException when the same name now stands on other content
     */
    void requireSame(byte[] hash) {
      if (!MessageDigest.isEqual(contentHash, hash)) {
        throw InvalidInputException.at(ErrorCode.DBM_MESSAGE_CONFLICT, "MSGID");
      }
    }
  }

  /**
   * Takes the name of the message in the open transaction; waits for another transaction that is at
   * the same one.
   *
   * @return what it was answered when it was taken before, empty when it is new
   */
  Optional<Taken> claim(Sender sender, ReceptionNumber number, Instant now) {
    int claimed =
        jdbc.sql(
                """
                insert into replica_message (institution_code, message_type, message_id,
                                             reception_number, department_code, user_id,
                                             received_at)
                values (:institution, :type, :id, :number, :department, :user, :now)
                on conflict do nothing
                """)
            .param("institution", sender.institution().value())
            .param("type", sender.header().messageTypeId())
            .param("id", sender.header().messageId().value())
            .param("number", number.value())
            .param("department", sender.department().value())
            .param("user", sender.user().value())
            .param("now", now.atOffset(ZoneOffset.UTC))
            .update();
    return claimed == 1 ? Optional.empty() : Optional.of(find(sender));
  }

  private Taken find(Sender sender) {
    return jdbc.sql(
            """
            select content_hash, result from replica_message
             where institution_code = :institution and message_type = :type and message_id = :id
            """)
        .param("institution", sender.institution().value())
        .param("type", sender.header().messageTypeId())
        .param("id", sender.header().messageId().value())
        .query((row, index) -> new Taken(row.getBytes("content_hash"), row.getBytes("result")))
        .single();
  }

  /** Keeps what the claimed message is answered. */
  void finish(Sender sender, byte[] contentHash, byte[] result) {
    jdbc.sql(
            """
            update replica_message set content_hash = :hash, result = :result
             where institution_code = :institution and message_type = :type and message_id = :id
            """)
        .param("hash", contentHash)
        .param("result", result)
        .param("institution", sender.institution().value())
        .param("type", sender.header().messageTypeId())
        .param("id", sender.header().messageId().value())
        .update();
  }
}
