package jp.chukan.gateway.record.comparison;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.gateway.kernel.RowCursor;
import jp.chukan.gateway.record.ProvisionRecords;
import jp.chukan.gateway.record.comparison.CompareDay.Period;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The records of the institution that a day is compared with, in its open transaction. */
@Component
class OwnExchanges {
  private static final int BATCH = 1_000;

  private final RowCursor cursor;
  private final InstitutionCode disclosureSystem;

  /**
   * @param disclosureSystem 「機関コード」 of who asks in a person's own name: nobody else keeps records
   *     of what a person sees of itself
   */
  OwnExchanges(
      RowCursor cursor, @Value("${chukan.disclosure.institution}") String disclosureSystem) {
    this.cursor = cursor;
    this.disclosureSystem = new InstitutionCode(disclosureSystem);
  }

  /**
   * Those asked in the period, and those of these numbers whenever they were asked. What people
   * decided later has a record when it was held and another when it ended: the latter counts.
   */
  Map<ProcessingNumber, List<OwnExchange>> find(
      InstitutionCode institution, Period period, Collection<ProcessingNumber> numbers) {
    Map<ProcessingNumber, List<OwnExchange>> found = new HashMap<>();
    cursor
        .sql(
            """
            select body from provision_record
             where institution_code = :institution and decided_at >= :from and body is not null
             order by leaf_id
            """)
        .param("institution", institution.value())
        .param("from", period.from().atOffset(ZoneOffset.UTC))
        .query(
            row -> {
              exchange(row.getBytes("body"))
                  .filter(one -> period.holds(one.inquiredAt()))
                  .ifPresent(one -> add(found, one));
            });
    List<ProcessingNumber> others =
        numbers.stream().filter(number -> !found.containsKey(number)).distinct().toList();
    for (int i = 0; i < others.size(); i += BATCH) {
      find(institution, others.subList(i, Math.min(i + BATCH, others.size())), found);
    }
    return found;
  }

  private void find(
      InstitutionCode institution,
      List<ProcessingNumber> numbers,
      Map<ProcessingNumber, List<OwnExchange>> found) {
    cursor
        .sql(
            """
            select body from provision_record
             where institution_code = :institution and processing_number = any (:numbers)
               and body is not null
             order by leaf_id
            """)
        .param("institution", institution.value())
        .param("numbers", numbers.stream().map(ProcessingNumber::value).toArray(String[]::new))
        .query(
            row -> {
              exchange(row.getBytes("body")).ifPresent(one -> add(found, one));
            });
  }

  private Optional<OwnExchange> exchange(byte[] body) {
    return Optional.of(ProvisionRecords.read(body))
        .filter(record -> !disclosureSystem.equals(record.inquirer()))
        .flatMap(OwnExchange::of);
  }

  private static void add(Map<ProcessingNumber, List<OwnExchange>> found, OwnExchange one) {
    List<OwnExchange> same = found.computeIfAbsent(one.number(), number -> new ArrayList<>(1));
    if (!same.isEmpty() && same.getLast().isOpen()) {
      same.removeLast();
    }
    same.add(one);
  }
}
