package jp.chukan.gateway.record;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.LinkageCode;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The 「情報提供等記録」 of one person that the person may see, in the open transaction of the institution.
 *
 * <p>A record is left out when any record of the same exchange carries a 「不開示コード」 that withholds: a
 * request that was held with one may have ended with a refusal that carries none.
 */
@Component
public class RecordsOfPerson {
  private final JdbcClient jdbc;

  public RecordsOfPerson(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Which of them.
   *
   * @param from not decided before, null when open
   * @param to decided before, null when open
   * @param before only those before this position, {@link Long#MAX_VALUE} for the newest
   * @param withheld records about this information are left out
   * @param asker what was refused to this one is left out: it is who asks for the records, and a
   *     refusal that is shown of one person and not of another would tell them apart
   * @param most how many at most
   */
  public record Selection(
      @Nullable Instant from,
      @Nullable Instant to,
      long before,
      Set<SpecificPersonalInformationCode> withheld,
      InstitutionCode asker,
      int most) {
    public Selection {
      withheld = Set.copyOf(withheld);
    }
  }

  /** The newest first; one whose 「保管期限」 is over is not there. */
  public List<StoredRecord> disclosable(
      InstitutionCode institution, LinkageCode person, Selection selection) {
    return jdbc.sql(
            """
            with own as materialized (
              select leaf_id, decided_at, processing_number, body,
                     convert_from(body, 'UTF8')::jsonb as entry
                from provision_record
               where institution_code = :institution and linkage_code = :person
                 and processing_number is not null and body is not null)
            select leaf_id, body from own
             where (cast(:from as timestamptz) is null or decided_at >= :from)
               and (cast(:to as timestamptz) is null or decided_at < :to)
               and leaf_id < :before
               and coalesce(entry ->> 'information', '') <> all(:withheld)
               and not (entry ->> 'outcome' = 'REFUSED' and entry ->> 'inquirer' = :asker)
               and processing_number not in (
                     select processing_number from own
                      where coalesce(entry ->> 'nonDisclosure', '0') <> '0')
             order by leaf_id desc
             limit :most
            """)
        .param("institution", institution.value())
        .param("person", person.value())
        .param("from", time(selection.from()))
        .param("to", time(selection.to()))
        .param("before", selection.before())
        .param(
            "withheld",
            selection.withheld().stream()
                .map(SpecificPersonalInformationCode::value)
                .toArray(String[]::new))
        .param("asker", selection.asker().value())
        .param("most", selection.most())
        .query(
            (row, index) ->
                new StoredRecord(
                    row.getLong("leaf_id"), ProvisionRecords.read(row.getBytes("body"))))
        .list();
  }

  private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }
}
