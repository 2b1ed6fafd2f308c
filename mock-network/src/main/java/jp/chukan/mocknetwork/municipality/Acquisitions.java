package jp.chukan.mocknetwork.municipality;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.code.RecordIdentificationNumber;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far the hub is with the 「符号」 of each person. */
@Component
final class Acquisitions {
  private final JdbcTemplate batches;
  private final JdbcClient jdbc;

  Acquisitions(JdbcTemplate batches, JdbcClient jdbc) {
    this.batches = batches;
    this.jdbc = jdbc;
  }

  /**
   * One acquisition.
   *
   * @param addressee the person
   * @param recordNumber the hub's key of the request, the same each time it is sent
   * @param processingNumber 「処理通番」, null before the server accepted
   * @param carried whether the number went out through the resident-register network
   */
  record Acquisition(
      UnifiedAddresseeNumber addressee,
      RecordIdentificationNumber recordNumber,
      @Nullable ProcessingNumber processingNumber,
      boolean carried) {}

  /** Opens an acquisition for each person that has none, and gives those of all. */
  List<Acquisition> open(
      InstitutionCode institution, List<UnifiedAddresseeNumber> addressees, Instant at) {
    batches.batchUpdate(
        """
        insert into hub_acquisition (institution, unified_number, record_number, requested_at)
        values (?, ?, ?, ?)
        on conflict (institution, unified_number) do nothing
        """,
        addressees,
        500,
        (statement, addressee) -> {
          statement.setString(1, institution.value());
          statement.setString(2, addressee.value());
          statement.setString(3, UUID.randomUUID().toString());
          statement.setTimestamp(4, Timestamp.from(at));
        });
    return find(institution, addressees);
  }

  List<Acquisition> find(InstitutionCode institution, List<UnifiedAddresseeNumber> addressees) {
    return jdbc.sql(
            """
            select unified_number, record_number, processing_number, carried_at is not null
            from hub_acquisition where institution = ? and unified_number = any(?)
            order by unified_number
            """)
        .params(
            institution.value(),
            addressees.stream().map(UnifiedAddresseeNumber::value).toArray(String[]::new))
        .query(
            (row, n) -> {
              String number = row.getString(3);
              return new Acquisition(
                  new UnifiedAddresseeNumber(row.getString(1)),
                  new RecordIdentificationNumber(row.getString(2)),
                  number == null ? null : new ProcessingNumber(number),
                  row.getBoolean(4));
            })
        .list();
  }

  void accepted(RecordIdentificationNumber recordNumber, ProcessingNumber number) {
    jdbc.sql(
            """
            update hub_acquisition set processing_number = ?, error_code = null
            where record_number = ?
            """)
        .params(number.value(), recordNumber.value())
        .update();
  }

  void refused(RecordIdentificationNumber recordNumber, @Nullable String errorCode) {
    jdbc.sql("update hub_acquisition set error_code = ? where record_number = ?")
        .params(errorCode, recordNumber.value())
        .update();
  }

  void carried(List<ProcessingNumber> numbers, Instant at) {
    jdbc.sql("update hub_acquisition set carried_at = ? where processing_number = any(?)")
        .params(
            Timestamp.from(at),
            numbers.stream().map(ProcessingNumber::value).toArray(String[]::new))
        .update();
  }

  int carriedFor(InstitutionCode institution) {
    return jdbc.sql(
            """
            select count(*) from hub_acquisition where institution = ? and carried_at is not null
            """)
        .param(institution.value())
        .query(Integer.class)
        .single();
  }
}
