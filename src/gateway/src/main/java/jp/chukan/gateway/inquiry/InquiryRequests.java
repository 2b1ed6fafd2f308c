package jp.chukan.gateway.inquiry;

import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What was handed in under one 「受付番号」, by message or by file, in the open transaction of the
 * institution. The name of it is taken once: the same again is the same request.
 */
@Component
class InquiryRequests {
  private final JdbcClient jdbc;

  InquiryRequests(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  enum Kind {
    MESSAGE,
    FILE
  }

  /**
   * A request.
   *
   * @param number 「受付番号」
   * @param kind how it came
   * @param name 「電文メッセージID」, or the name of the file
   * @param digest SHA-256 of what was handed in
   * @param lines how many inquiries it holds
   * @param receivedAt when it was taken
   * @param removedAt when its contents were removed after their retention, null before
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by no one
  record Taken(
      ReceptionNumber number,
      Kind kind,
      String name,
      byte[] digest,
      int lines,
      Instant receivedAt,
      @Nullable Instant removedAt) {

    /**
     * @throws InvalidInputException when the same name now stands on other content
     */
    void requireSame(Taken again, ErrorCode conflict, String element) {
      if (!MessageDigest.isEqual(digest, again.digest())) {
        throw InvalidInputException.at(conflict, element);
      }
    }

    boolean isRemoved() {
      return removedAt != null;
    }
  }

  /**
   * Takes the name of the request; waits for another transaction that is at the same one.
   *
   * @return what was handed in under this name before, empty when it is new
   */
  Optional<Taken> claim(InstitutionCode institution, Taken request) {
    int claimed =
        jdbc.sql(
                """
                insert into inquiry_request (institution_code, reception_number, kind, name, digest,
                                             line_count, received_at)
                values (:institution, :number, :kind, :name, :digest, :lines, :receivedAt)
                on conflict (institution_code, kind, name) do nothing
                """)
            .param("institution", institution.value())
            .param("number", request.number().value())
            .param("kind", request.kind().name())
            .param("name", request.name())
            .param("digest", request.digest())
            .param("lines", request.lines())
            .param("receivedAt", request.receivedAt().atOffset(ZoneOffset.UTC))
            .update();
    return claimed == 1
        ? Optional.empty()
        : jdbc.sql("select * from inquiry_request where kind = :kind and name = :name")
            .param("kind", request.kind().name())
            .param("name", request.name())
            .query((row, index) -> taken(row))
            .optional();
  }

  /** Empty for a number that this institution was never given. */
  Optional<Taken> find(ReceptionNumber number) {
    return jdbc.sql("select * from inquiry_request where reception_number = :number")
        .param("number", number.value())
        .query((row, index) -> taken(row))
        .optional();
  }

  /**
   * @throws InvalidInputException {@link ErrorCode#SKI_UNKNOWN_RECEPTION} for a number under which
   *     this institution handed in no file
   */
  Taken requireFile(ReceptionNumber number) {
    return find(number)
        .filter(taken -> taken.kind() == Kind.FILE)
        .orElseThrow(() -> InvalidInputException.of(ErrorCode.SKI_UNKNOWN_RECEPTION));
  }

  private static Taken taken(ResultSet row) throws SQLException {
    OffsetDateTime removed = row.getObject("removed_at", OffsetDateTime.class);
    return new Taken(
        new ReceptionNumber(row.getString("reception_number")),
        Kind.valueOf(row.getString("kind")),
        row.getString("name"),
        row.getBytes("digest"),
        row.getInt("line_count"),
        row.getObject("received_at", OffsetDateTime.class).toInstant(),
        removed == null ? null : removed.toInstant());
  }
}
