package jp.chukan.gateway.inquiry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.code.ReceptionNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 「情報照会」 to look at: requests, their inquiries and how they stand, of the open transaction's
 * institution (MS-78). Nobody is named, and nothing that was provided.
 */
@Component
public class InquiryOverview {
  private final JdbcClient jdbc;
  private final InquiryEntries inquiries;

  InquiryOverview(JdbcClient jdbc, InquiryEntries inquiries) {
    this.jdbc = jdbc;
    this.inquiries = inquiries;
  }

  /**
   * Requests, the newest first.
   *
   * @param skip how many to leave out
   * @param most how many at most
   */
  public List<InquiryRequestView> requests(int skip, int most) {
    return jdbc.sql(
            """
            select * from inquiry_request
             order by received_at desc, reception_number desc
            offset :skip
             limit :most
            """)
        .param("skip", skip)
        .param("most", most)
        .query((row, index) -> request(row))
        .list();
  }

  /** Empty for a number that this institution was never given. */
  public Optional<InquiryRequestView> request(ReceptionNumber number) {
    return jdbc.sql("select * from inquiry_request where reception_number = :number")
        .param("number", number.value())
        .query((row, index) -> request(row))
        .optional();
  }

  /**
   * The inquiries of a request in its order.
   *
   * @param after place of the last that is had already, 0 for none
   * @param most how many at most
   */
  public List<InquiryStateView> lines(ReceptionNumber number, int after, int most) {
    return inquiries.page(number, after, most).stream().map(InquiryStateView::of).toList();
  }

  /** Empty for a number that this institution was never given. */
  public Optional<InquiryStateView> inquiry(ProcessingNumber number) {
    return inquiries.find(number).map(InquiryStateView::of);
  }

  /** How many inquiries have not ended. */
  public int open() {
    return jdbc.sql("select count(*) from inquiry where state in ('ACCEPTED', 'SENT')")
        .query(Integer.class)
        .single();
  }

  /** How many inquiries have not ended although the time for an answer is over. */
  public int overdue(Instant now) {
    return jdbc.sql(
            """
            select count(*) from inquiry
             where state in ('ACCEPTED', 'SENT') and answer_until < :now
            """)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query(Integer.class)
        .single();
  }

  private InquiryRequestView request(ResultSet row) throws SQLException {
    ReceptionNumber number = new ReceptionNumber(row.getString("reception_number"));
    OffsetDateTime removed = row.getObject("removed_at", OffsetDateTime.class);
    return new InquiryRequestView(
        number,
        InquiryRequests.Kind.valueOf(row.getString("kind")) == InquiryRequests.Kind.FILE,
        row.getString("name"),
        row.getInt("line_count"),
        row.getObject("received_at", OffsetDateTime.class).toInstant(),
        removed == null ? null : removed.toInstant(),
        inquiries.states(number).entrySet().stream()
            .collect(Collectors.toMap(entry -> entry.getKey().name(), Map.Entry::getValue)));
  }
}
