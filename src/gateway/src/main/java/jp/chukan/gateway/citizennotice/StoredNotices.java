package jp.chukan.gateway.citizennotice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.code.RecordIdentificationNumber;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import jp.chukan.contract.message.CitizenNoticeRegistration;
import jp.chukan.gateway.crypto.PersonalDataCipher;
import jp.chukan.gateway.kernel.RestingContent;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The notices of the open transaction's institution; what they say rests encrypted. */
@Component
class StoredNotices {
  private static final String COLUMNS =
      """
      select notice_number, addressee_number, content, issued_on, ends_on, registered_at, read_at
        from citizen_notice
      """;

  private final JdbcClient jdbc;
  private final PersonalDataCipher cipher;

  StoredNotices(JdbcClient jdbc, PersonalDataCipher cipher) {
    this.jdbc = jdbc;
    this.cipher = cipher;
  }

  /**
   * @return false when the sender's key stands on a notice already
   */
  boolean insert(
      InstitutionCode institution, StoredNotice notice, CitizenNoticeRegistration.Body sender) {
    return jdbc.sql(
                """
                insert into citizen_notice (institution_code, notice_number, addressee_number,
                                            record_number, department_code, user_id, content,
                                            issued_on, ends_on, registered_at)
                values (:institution, :number, :addressee, :record, :department, :user, :content,
                        :issuedOn, :endsOn, :now)
                on conflict (institution_code, record_number) do nothing
                """)
            .param("institution", institution.value())
            .param("number", notice.number().value())
            .param("addressee", notice.addressee().value())
            .param("record", sender.recordNumber().value())
            .param("department", sender.department().value())
            .param("user", sender.user().value())
            .param(
                "content",
                cipher.encrypt(
                    institution, RestingContent.write(notice.words()), place(notice.number())))
            .param("issuedOn", notice.issuedOn())
            .param("endsOn", notice.endsOn())
            .param("now", notice.registeredAt().atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  Optional<StoredNotice> find(InstitutionCode institution, RecordIdentificationNumber record) {
    return jdbc.sql(COLUMNS + " where institution_code = :institution and record_number = :record")
        .param("institution", institution.value())
        .param("record", record.value())
        .query(rows(institution))
        .optional();
  }

  Optional<StoredNotice> find(InstitutionCode institution, ReceptionNumber number) {
    return jdbc.sql(COLUMNS + " where institution_code = :institution and notice_number = :number")
        .param("institution", institution.value())
        .param("number", number.value())
        .query(rows(institution))
        .optional();
  }

  /** Those that the person sees on that day: not read ones first, then the newest. */
  List<StoredNotice> shownTo(
      InstitutionCode institution, UnifiedAddresseeNumber addressee, LocalDate today, int most) {
    return jdbc.sql(
            COLUMNS
                + """
                  where institution_code = :institution and addressee_number = :addressee
                    and issued_on <= :today and ends_on >= :today
                  order by read_at is not null, issued_on desc, notice_number desc
                  limit :most
                  """)
        .param("institution", institution.value())
        .param("addressee", addressee.value())
        .param("today", today)
        .param("most", most)
        .query(rows(institution))
        .list();
  }

  /** Keeps that the person has read these; those of others, and unknown ones, stay as they are. */
  void markRead(
      InstitutionCode institution,
      UnifiedAddresseeNumber addressee,
      List<ReceptionNumber> numbers,
      LocalDate today,
      Instant now) {
    jdbc.sql(
            """
            update citizen_notice set read_at = :now
             where institution_code = :institution and addressee_number = :addressee
               and notice_number = any(:numbers) and read_at is null and issued_on <= :today
            """)
        .param("institution", institution.value())
        .param("addressee", addressee.value())
        .param("numbers", numbers.stream().map(ReceptionNumber::value).toArray(String[]::new))
        .param("today", today)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  private RowMapper<StoredNotice> rows(InstitutionCode institution) {
    return (row, index) -> notice(institution, row);
  }

  private StoredNotice notice(InstitutionCode institution, ResultSet row) throws SQLException {
    ReceptionNumber number = new ReceptionNumber(row.getString("notice_number"));
    OffsetDateTime readAt = row.getObject("read_at", OffsetDateTime.class);
    return new StoredNotice(
        number,
        new UnifiedAddresseeNumber(row.getString("addressee_number")),
        RestingContent.read(
            cipher.decrypt(institution, row.getBytes("content"), place(number)), NoticeWords.class),
        row.getObject("issued_on", LocalDate.class),
        row.getObject("ends_on", LocalDate.class),
        row.getObject("registered_at", OffsetDateTime.class).toInstant(),
        readAt == null ? null : readAt.toInstant());
  }

  /** Where the content belongs: it decrypts nowhere else. */
  private static String place(ReceptionNumber number) {
    return "citizen-notice:" + number.value();
  }
}
