package jp.chukan.mocknetwork.inquiryrelay;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.inquiryfile.InquiryFileName;
import jp.chukan.mocknetwork.inquiryrelay.RelayedFile.State;
import jp.chukan.mocknetwork.municipality.BusinessSystem;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The files that the hub relays; their content only encrypted (MS-44). */
@Component
final class RelayedFiles {
  private final JdbcClient jdbc;

  RelayedFiles(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Keeps a file that is to be sent.
   *
   * @param digest keyed digest of the file as it was handed in
   * @param original sealed, as it was handed in
   * @param content sealed, as it goes to the server
   * @param unknown the lines whose 宛名番号 the hub does not know
   * @return false when the name it would go under, or the name of the business system, is taken
   */
  boolean keep(
      RelayedFile file, byte[] digest, byte[] original, byte[] content, Set<Integer> unknown) {
    return jdbc.sql(
                """
                insert into hub_inquiry_file
                  (reference, institution, business_system, file_name, sent_name, lines, told_back,
                   handed_in_at, state, digest, original, content, unknown_lines)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict do nothing
                """)
            .params(
                file.reference().value(),
                file.institution().value(),
                file.system().name(),
                file.fileName(),
                file.sentName(),
                file.lines(),
                file.toldBack(),
                Timestamp.from(file.handedInAt()),
                file.state().name(),
                digest,
                original,
                content,
                unknown.stream().map(String::valueOf).collect(Collectors.joining(",")))
            .update()
        == 1;
  }

  /** A file that was handed in under this name before. */
  record Known(RelayedFile file, byte[] digest) {}

  Optional<Known> find(InstitutionCode institution, BusinessSystem system, InquiryFileName name) {
    return jdbc.sql(
            """
            select * from hub_inquiry_file
            where institution = ? and business_system = ? and file_name = ?
            """)
        .params(institution.value(), system.name(), name.value())
        .query((row, n) -> new Known(file(row), row.getBytes("digest")))
        .optional();
  }

  Optional<RelayedFile> find(ReceptionNumber reference) {
    return jdbc.sql("select * from hub_inquiry_file where reference = ?")
        .param(reference.value())
        .query((row, n) -> file(row))
        .optional();
  }

  List<RelayedFile> of(InstitutionCode institution) {
    return jdbc.sql(
            """
            select * from hub_inquiry_file where institution = ? order by handed_in_at, sent_name
            """)
        .param(institution.value())
        .query((row, n) -> file(row))
        .list();
  }

  /** Whatever is not at its end, oldest first. */
  List<RelayedFile> open() {
    return jdbc.sql(
            """
            select * from hub_inquiry_file where state in ('WAITING', 'SENT')
            order by handed_in_at, sent_name
            """)
        .query((row, n) -> file(row))
        .list();
  }

  private static RelayedFile file(ResultSet row) throws SQLException {
    String receptionNumber = row.getString("reception_number");
    return new RelayedFile(
        new ReceptionNumber(row.getString("reference")),
        new InstitutionCode(row.getString("institution")),
        BusinessSystem.valueOf(row.getString("business_system")),
        row.getString("file_name"),
        row.getString("sent_name"),
        row.getInt("lines"),
        row.getInt("told_back"),
        row.getTimestamp("handed_in_at").toInstant(),
        State.valueOf(row.getString("state")),
        receptionNumber == null ? null : new ReceptionNumber(receptionNumber),
        row.getString("error_code"),
        row.getString("error_place"));
  }

  Set<Integer> unknown(ReceptionNumber reference) {
    String lines =
        jdbc.sql("select unknown_lines from hub_inquiry_file where reference = ?")
            .param(reference.value())
            .query(String.class)
            .single();
    return Arrays.stream(lines.split(",", -1))
        .filter(line -> !line.isEmpty())
        .map(Integer::valueOf)
        .collect(Collectors.toUnmodifiableSet());
  }

  byte[] original(ReceptionNumber reference) {
    return bytes(reference, "original").orElseThrow();
  }

  byte[] content(ReceptionNumber reference) {
    return bytes(reference, "content").orElseThrow();
  }

  Optional<byte[]> result(ReceptionNumber reference) {
    return bytes(reference, "result");
  }

  private Optional<byte[]> bytes(ReceptionNumber reference, String column) {
    return jdbc.sql("select " + column + " from hub_inquiry_file where reference = ?")
        .param(reference.value())
        .query(byte[].class)
        .optional();
  }

  void sent(ReceptionNumber reference, ReceptionNumber receptionNumber) {
    jdbc.sql(
            """
            update hub_inquiry_file set state = 'SENT', reception_number = ?, content = null
            where reference = ?
            """)
        .params(receptionNumber.value(), reference.value())
        .update();
  }

  void refused(ReceptionNumber reference, @Nullable String errorCode, @Nullable String place) {
    jdbc.sql(
            """
            update hub_inquiry_file
            set state = 'REFUSED', error_code = ?, error_place = ?, content = null
            where reference = ?
            """)
        .params(errorCode, place, reference.value())
        .update();
  }

  /**
   * The result is there.
   *
   * @param result sealed, as the business system gets it
   */
  void complete(ReceptionNumber reference, byte[] result, Instant at) {
    jdbc.sql(
            """
            update hub_inquiry_file
            set state = 'COMPLETE', result = ?, completed_at = ?, content = null
            where reference = ?
            """)
        .params(result, Timestamp.from(at), reference.value())
        .update();
  }
}
