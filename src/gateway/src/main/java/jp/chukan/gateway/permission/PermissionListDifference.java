package jp.chukan.gateway.permission;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.chukan.contract.code.AffairCode;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ProcedureCode;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a version of the 「照会許可照合リスト」 permits otherwise than the one received before it. */
@Component
public class PermissionListDifference {
  /** Every tuple of which the periods are not the same in both. */
  private static final String CHANGES =
      """
      with changed as (
        select inquirer_code, affair_code, procedure_code, provider_code, information_code,
               was.periods as was, became.periods as became,
               case when was.periods is null then 'ADDED'
                    when became.periods is null then 'REMOVED'
                    else 'CHANGED' end as kind
          from (select inquirer_code, affair_code, procedure_code, provider_code, information_code,
                       array_agg(distinct concat(valid_from, ' – ', valid_to)) as periods
                  from permission_matching_entry
                 where version = :base
                 group by 1, 2, 3, 4, 5) was
          full join
               (select inquirer_code, affair_code, procedure_code, provider_code, information_code,
                       array_agg(distinct concat(valid_from, ' – ', valid_to)) as periods
                  from permission_matching_entry
                 where version = :version
                 group by 1, 2, 3, 4, 5) became
         using (inquirer_code, affair_code, procedure_code, provider_code, information_code)
         where was.periods is distinct from became.periods)
      """;

  private final JdbcClient jdbc;

  public PermissionListDifference(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** How a tuple differs. */
  public enum Kind {
    /** It is permitted now and was not. */
    ADDED,
    /** It was permitted and is not any more. */
    REMOVED,
    /** It is permitted in other periods than before. */
    CHANGED
  }

  /**
   * A tuple that differs.
   *
   * @param kind how
   * @param tuple who may ask whom for what
   * @param was its periods before, in ISO form, an open end left out
   * @param became its periods now
   */
  public record Change(Kind kind, InquiryTuple tuple, List<String> was, List<String> became) {
    public Change {
      was = List.copyOf(was);
      became = List.copyOf(became);
    }
  }

  /** Whether the version was received. */
  public boolean isKnown(int version) {
    return jdbc.sql(
            "select exists (select 1 from permission_matching_list where version = :version)")
        .param("version", version)
        .query(Boolean.class)
        .single();
  }

  /** The version received before this one, or empty for the first. */
  public Optional<Integer> before(int version) {
    return jdbc.sql("select max(version) from permission_matching_list where version < :version")
        .param("version", version)
        .query((row, index) -> Optional.ofNullable((Integer) row.getObject(1)))
        .single();
  }

  /** How many tuples differ in which way; none of a kind is zero. */
  public Map<Kind, Long> counts(int base, int version) {
    Map<Kind, Long> counts = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.values()) {
      counts.put(kind, 0L);
    }
    jdbc.sql(CHANGES + " select kind, count(*) as tuples from changed group by kind")
        .param("base", base)
        .param("version", version)
        .query(
            row -> {
              counts.put(Kind.valueOf(row.getString("kind")), row.getLong("tuples"));
            });
    return counts;
  }

  /**
   * Tuples that differ, in the order of their codes.
   *
   * @param kind only those, null for all
   * @param skip how many to leave out
   * @param most how many at most
   */
  public List<Change> changes(int base, int version, @Nullable Kind kind, int skip, int most) {
    return jdbc.sql(
            CHANGES
                + """
                 select * from changed
                  where cast(:kind as text) is null or kind = :kind
                  order by inquirer_code, affair_code, procedure_code, provider_code,
                           information_code
                 offset :skip
                  limit :most
                """)
        .param("base", base)
        .param("version", version)
        .param("kind", kind == null ? null : kind.name())
        .param("skip", skip)
        .param("most", most)
        .query((row, index) -> read(row))
        .list();
  }

  private static Change read(ResultSet row) throws SQLException {
    return new Change(
        Kind.valueOf(row.getString("kind")),
        new InquiryTuple(
            new InstitutionCode(row.getString("inquirer_code")),
            new AffairCode(row.getString("affair_code")),
            new ProcedureCode(row.getString("procedure_code")),
            new InstitutionCode(row.getString("provider_code")),
            new SpecificPersonalInformationCode(row.getString("information_code"))),
        periods(row.getArray("was")),
        periods(row.getArray("became")));
  }

  private static List<String> periods(@Nullable Array periods) throws SQLException {
    return periods == null ? List.of() : List.of((String[]) periods.getArray());
  }
}
