package jp.chukan.gateway.inquiry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import jp.chukan.contract.code.AffairCode;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.code.RecordIdentificationNumber;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.inquiryfile.InquiryField;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads how inquiries stand, in the open transaction of the institution. */
@Component
class InquiryEntries {
  private final JdbcClient jdbc;

  InquiryEntries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Inquiries of a request in its order.
   *
   * @param after place of the last inquiry that is had already, 0 for none
   * @param most how many at most
   */
  List<InquiryEntry> page(ReceptionNumber reception, int after, int most) {
    return jdbc.sql(
            """
            select * from inquiry
             where reception_number = :reception and line_number > :after
             order by line_number
             limit :most
            """)
        .param("reception", reception.value())
        .param("after", after)
        .param("most", most)
        .query((row, index) -> inquiry(row))
        .list();
  }

  /** Empty for a number that this institution was never given. */
  Optional<InquiryEntry> find(ProcessingNumber number) {
    return jdbc.sql("select * from inquiry where processing_number = :number")
        .param("number", number.value())
        .query((row, index) -> inquiry(row))
        .optional();
  }

  /** How many inquiries of a request stand how; a state without any is left out. */
  Map<InquiryState, Integer> states(ReceptionNumber reception) {
    Map<InquiryState, Integer> states = new EnumMap<>(InquiryState.class);
    jdbc.sql(
            """
            select state, count(*) as inquiries from inquiry
             where reception_number = :reception
             group by state
            """)
        .param("reception", reception.value())
        .query(
            row -> {
              states.put(InquiryState.valueOf(row.getString("state")), row.getInt("inquiries"));
            });
    return states;
  }

  /** Whether nothing of a request will change any more. */
  boolean isComplete(ReceptionNumber reception) {
    return states(reception).keySet().stream().noneMatch(InquiryState::isOpen);
  }

  private static InquiryEntry inquiry(ResultSet row) throws SQLException {
    int field = row.getInt("faulty_field");
    String record = row.getString("record_number");
    String refused = row.getString("refused_record");
    return new InquiryEntry(
        new ReceptionNumber(row.getString("reception_number")),
        row.getInt("line_number"),
        new ProcessingNumber(row.getString("processing_number")),
        InquiryState.valueOf(row.getString("state")),
        error(row.getString("error_code")),
        field == 0 ? null : InquiryField.values()[field - 1],
        typed(record == null ? refused : record, RecordIdentificationNumber::new),
        typed(row.getString("addressee_number"), UnifiedAddresseeNumber::new),
        typed(row.getString("provider_code"), InstitutionCode::new),
        typed(row.getString("affair_code"), AffairCode::new),
        typed(row.getString("information_code"), SpecificPersonalInformationCode::new),
        row.getObject("received_at", OffsetDateTime.class).toInstant(),
        time(row, "sent_at"),
        time(row, "concluded_at"),
        time(row, "provided_at"),
        row.getBytes("line"),
        row.getBytes("content"));
  }

  /** A provider may decline with a code that this catalogue lacks. */
  private static @Nullable ErrorCode error(@Nullable String id) {
    return id == null ? null : ErrorCode.ofId(id).orElse(ErrorCode.SKI_REFUSED_BY_NETWORK);
  }

  private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  private static <T> @Nullable T typed(@Nullable String value, Function<String, T> type) {
    return value == null ? null : type.apply(value);
  }
}
