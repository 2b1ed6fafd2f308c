package jp.chukan.gateway.linkagecode;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import jp.chukan.contract.code.AcquisitionPurpose;
import jp.chukan.contract.code.AffairCode;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.code.RecordIdentificationNumber;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import jp.chukan.contract.message.LinkageCodeAcquisitionRequest;
import jp.chukan.contract.message.LinkageCodeAcquisitionRequest.Acquisition;
import jp.chukan.gateway.kernel.SerialNumbers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The acquisitions in the database, a whole message at a time. Rows go in sorted by their key, so
 * that two messages about the same persons wait for each other and never in a circle.
 */
@Component
class AcquisitionStore {
  private final JdbcClient jdbc;
  private final SerialNumbers numbers;

  AcquisitionStore(JdbcClient jdbc, SerialNumbers numbers) {
    this.jdbc = jdbc;
    this.numbers = numbers;
  }

  /**
   * Keeps each record under its 「レコード識別番号」 unless that is taken, and tells what is kept there now:
   * the record itself, or the one that came before it.
   */
  Map<RecordIdentificationNumber, Acquisition> keep(
      InstitutionCode institution,
      LinkageCodeAcquisitionRequest.Body request,
      Collection<Acquisition> records,
      Instant now) {
    List<Acquisition> sorted =
        records.stream().sorted(Comparator.comparing(r -> r.recordNumber().value())).toList();
    jdbc.sql(
            """
            insert into linkage_acquisition_record (institution_code, record_number,
                                                    addressee_number, affair_code, purpose,
                                                    department_code, user_id, received_at)
            select :institution, record, addressee, affair, purpose, :department, :user, :now
              from unnest(:records, :addressees, :affairs, :purposes) with ordinality
                   as r (record, addressee, affair, purpose, position)
             order by position
            on conflict do nothing
            """)
        .param("institution", institution.value())
        .param("department", request.department().value())
        .param("user", request.user().value())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("records", column(sorted, r -> r.recordNumber().value()))
        .param("addressees", column(sorted, r -> r.addressee().value()))
        .param("affairs", column(sorted, r -> r.affair().value()))
        .param("purposes", column(sorted, r -> r.purpose().name()))
        .update();
    return kept(sorted);
  }

  private Map<RecordIdentificationNumber, Acquisition> kept(List<Acquisition> records) {
    Map<RecordIdentificationNumber, Acquisition> kept = new HashMap<>();
    jdbc.sql(
            """
            select record_number, addressee_number, affair_code, purpose
              from linkage_acquisition_record
             where record_number = any(:records)
            """)
        .param("records", column(records, r -> r.recordNumber().value()))
        .query(
            (row, index) ->
                new Acquisition(
                    new RecordIdentificationNumber(row.getString("record_number")),
                    new UnifiedAddresseeNumber(row.getString("addressee_number")),
                    new AffairCode(row.getString("affair_code")),
                    AcquisitionPurpose.valueOf(row.getString("purpose"))))
        .list()
        .forEach(acquisition -> kept.put(acquisition.recordNumber(), acquisition));
    return kept;
  }

  /** The 「処理通番」 of each person: the one given before, or a new one (MS-37). */
  Map<UnifiedAddresseeNumber, ProcessingNumber> number(
      InstitutionCode institution, Collection<UnifiedAddresseeNumber> persons, Instant now) {
    List<UnifiedAddresseeNumber> sorted =
        persons.stream()
            .distinct()
            .sorted(Comparator.comparing(UnifiedAddresseeNumber::value))
            .toList();
    String[] addressees = column(sorted, UnifiedAddresseeNumber::value);
    jdbc.sql(
            """
            insert into linkage_acquisition (institution_code, addressee_number,
                                             processing_number, requested_at)
            select :institution, addressee, number, :now
              from unnest(:addressees, :numbers) with ordinality
                   as a (addressee, number, position)
             order by position
            on conflict do nothing
            """)
        .param("institution", institution.value())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("addressees", addressees)
        .param("numbers", column(sorted, person -> numbers.nextProcessingNumber().value()))
        .update();
    Map<UnifiedAddresseeNumber, ProcessingNumber> given = new HashMap<>();
    jdbc.sql(
            """
            select addressee_number, processing_number
              from linkage_acquisition
             where addressee_number = any(:addressees)
            """)
        .param("addressees", addressees)
        .query(
            row -> {
              given.put(
                  new UnifiedAddresseeNumber(row.getString("addressee_number")),
                  new ProcessingNumber(row.getString("processing_number")));
            });
    return given;
  }

  private static <T> String[] column(List<T> rows, Function<T, String> value) {
    return rows.stream().map(value).toArray(String[]::new);
  }
}
