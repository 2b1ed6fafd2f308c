package jp.chukan.gateway.institution;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.chukan.contract.code.InstitutionCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds institutions in the 「機関マスタ」 in force, by code or name, and names them for staff. */
@Component
public class InstitutionSearch {
  private static final ZoneOffset JAPAN = ZoneOffset.ofHours(9);
  private static final String IN_FORCE =
      """
      select code, former_code, name, valid_from, valid_to,
             not disabled and :now >= valid_from and :now < valid_to + interval '1 minute' as valid
        from institution_master_entry
       where version = (select max(version) from institution_master_activation)
      """;

  private final JdbcClient jdbc;
  private final InstantSource clock;

  public InstitutionSearch(JdbcClient jdbc, InstantSource clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Rows whose code or former code begins with the text, or whose name holds it; by code.
   *
   * @param most how many at most
   */
  public List<ListedInstitution> find(String text, int most) {
    return jdbc.sql(
            IN_FORCE
                + """
                   and (starts_with(code, :text) or starts_with(former_code, :text)
                        or position(:text in name) > 0)
                 order by code, serial_number
                 limit :most
                """)
        .param("now", now())
        .param("text", text)
        .param("most", most)
        .query((row, index) -> read(row))
        .list();
  }

  /** Names of these institutions; one that the master does not list is left out. */
  public Map<InstitutionCode, String> names(Collection<InstitutionCode> codes) {
    Map<InstitutionCode, String> names = new HashMap<>();
    jdbc.sql(IN_FORCE + " and code = any(:codes) order by valid, valid_from")
        .param("now", now())
        .param(
            "codes", codes.stream().map(InstitutionCode::value).distinct().toArray(String[]::new))
        .query(
            row -> {
              names.put(new InstitutionCode(row.getString("code")), row.getString("name"));
            });
    return names;
  }

  private LocalDateTime now() {
    return LocalDateTime.ofInstant(clock.instant(), JAPAN);
  }

  private static ListedInstitution read(ResultSet row) throws SQLException {
    return new ListedInstitution(
        new InstitutionCode(row.getString("code")),
        row.getString("former_code"),
        row.getString("name"),
        row.getBoolean("valid"),
        row.getObject("valid_from", LocalDateTime.class),
        row.getObject("valid_to", LocalDateTime.class));
  }
}
