package jp.chukan.gateway.inquiry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import jp.chukan.contract.code.AffairCode;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.NonDisclosureCode;
import jp.chukan.contract.code.ProcedureCode;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The inquiries that are under way, in the open transaction of their institution. */
@Component
class OpenInquiries {
  private static final String COLUMNS =
      """
      select institution_code, processing_number, state, answer_digest, addressee_number,
             provider_code, affair_code, procedure_code, information_code, requested_items,
             delegating_inquirer, delegating_provider, non_disclosure_code, period_from, period_to,
             received_at, answer_until, answer_key_id
        from inquiry
      """;

  private final JdbcClient jdbc;

  OpenInquiries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What stands under this number now. */
  StoredInquiry find(InstitutionCode institution, ProcessingNumber number) {
    return query(institution, number, "");
  }

  /** The same, and nobody else changes it before this transaction ends. */
  StoredInquiry lock(InstitutionCode institution, ProcessingNumber number) {
    return query(institution, number, " for update");
  }

  private StoredInquiry query(InstitutionCode institution, ProcessingNumber number, String lock) {
    return jdbc.sql(
            COLUMNS
                + " where institution_code = :institution and processing_number = :number"
                + lock)
        .param("institution", institution.value())
        .param("number", number.value())
        .query((row, index) -> stored(row))
        .optional()
        .orElseGet(StoredInquiry.Unknown::new);
  }

  private static StoredInquiry stored(ResultSet row) throws SQLException {
    InquiryState state = InquiryState.valueOf(row.getString("state"));
    return state.isOpen()
        ? new StoredInquiry.Open(open(row))
        : new StoredInquiry.Ended(state, row.getBytes("answer_digest"));
  }

  /**
   * Some of those whose time is over, locked; what another node has locked is left to it.
   *
   * @param most at most so many
   */
  List<OpenInquiry> lockOverdue(InstitutionCode institution, Instant now, int most) {
    return jdbc.sql(
            COLUMNS
                + """
                   where institution_code = :institution and state in ('ACCEPTED', 'SENT')
                     and answer_until <= :now
                   order by answer_until
                   limit :most
                     for update skip locked
                  """)
        .param("institution", institution.value())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("most", most)
        .query((row, index) -> open(row))
        .list();
  }

  /**
   * Keeps that the network has taken the inquiry over.
   *
   * @return false when that was kept before
   */
  boolean markSent(InstitutionCode institution, ProcessingNumber number, Instant now) {
    // an answer may overtake the receipt: then the inquiry has ended, but it was sent all the same
    return jdbc.sql(
                """
                update inquiry
                   set sent_at = :now,
                       state = case when state = 'ACCEPTED' then 'SENT' else state end
                 where institution_code = :institution and processing_number = :number
                   and sent_at is null
                """)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .param("institution", institution.value())
            .param("number", number.value())
            .update()
        == 1;
  }

  private static OpenInquiry open(ResultSet row) throws SQLException {
    String delegatingInquirer = row.getString("delegating_inquirer");
    String delegatingProvider = row.getString("delegating_provider");
    String nonDisclosure = row.getString("non_disclosure_code");
    return new OpenInquiry(
        new InstitutionCode(row.getString("institution_code")),
        new ProcessingNumber(row.getString("processing_number")),
        InquiryState.valueOf(row.getString("state")),
        new UnifiedAddresseeNumber(row.getString("addressee_number")),
        new InstitutionCode(row.getString("provider_code")),
        new AffairCode(row.getString("affair_code")),
        new ProcedureCode(row.getString("procedure_code")),
        new SpecificPersonalInformationCode(row.getString("information_code")),
        Stream.of((String[]) row.getArray("requested_items").getArray())
            .map(ItemCode::new)
            .toList(),
        delegatingInquirer == null ? null : new InstitutionCode(delegatingInquirer),
        delegatingProvider == null ? null : new InstitutionCode(delegatingProvider),
        nonDisclosure == null ? null : new NonDisclosureCode(nonDisclosure),
        row.getObject("period_from", LocalDate.class),
        row.getObject("period_to", LocalDate.class),
        instant(row, "received_at"),
        instant(row, "answer_until"),
        row.getString("answer_key_id"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(row.getObject(column, OffsetDateTime.class)).toInstant();
  }
}
