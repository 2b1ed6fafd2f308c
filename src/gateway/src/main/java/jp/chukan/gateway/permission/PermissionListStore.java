package jp.chukan.gateway.permission;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import jp.chukan.contract.code.AffairCode;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ProcedureCode;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The versions of the list in the database. */
@Component
class PermissionListStore {
  private final JdbcClient jdbc;

  PermissionListStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The highest version, or empty while there is none. */
  Optional<StoredList> newest() {
    return jdbc.sql(
            """
            select version, entry_count, published_at, received_at, digest
              from permission_matching_list
             order by version desc
             limit 1
            """)
        .query(
            (row, index) ->
                new StoredList(
                    new ListInForce(
                        row.getInt("version"),
                        row.getInt("entry_count"),
                        row.getObject("published_at", OffsetDateTime.class).toInstant(),
                        row.getObject("received_at", OffsetDateTime.class).toInstant()),
                    StoredList.hex(row.getBytes("digest"))))
        .optional();
  }

  /** Reads the entries of one version into an index. */
  PermissionIndex load(ListInForce list) {
    PermissionIndex.Builder builder = new PermissionIndex.Builder();
    EntryReader reader = new EntryReader();
    jdbc.sql(
            """
            select inquirer_code, affair_code, procedure_code, provider_code, information_code,
                   valid_from, valid_to
              from permission_matching_entry
             where version = :version
            """)
        .param("version", list.version())
        .query(
            row -> {
              builder.add(reader.tuple(row), reader.validity(row));
            });
    return builder.build(list);
  }

  /** Reads rows; a list repeats few codes and periods many times, so each is made once. */
  private static final class EntryReader {
    private final Map<String, Object> codes = new HashMap<>();
    private final Map<Validity, Validity> periods = new HashMap<>();

    InquiryTuple tuple(ResultSet row) throws SQLException {
      return new InquiryTuple(
          code(row.getString("inquirer_code"), InstitutionCode.class, InstitutionCode::new),
          code(row.getString("affair_code"), AffairCode.class, AffairCode::new),
          code(row.getString("procedure_code"), ProcedureCode.class, ProcedureCode::new),
          code(row.getString("provider_code"), InstitutionCode.class, InstitutionCode::new),
          code(
              row.getString("information_code"),
              SpecificPersonalInformationCode.class,
              SpecificPersonalInformationCode::new));
    }

    Validity validity(ResultSet row) throws SQLException {
      Validity validity =
          new Validity(
              row.getObject("valid_from", LocalDate.class),
              row.getObject("valid_to", LocalDate.class));
      return periods.computeIfAbsent(validity, v -> v);
    }

    private <T> T code(String value, Class<T> type, Function<String, T> maker) {
      // The forms of the code systems differ, so that one text is never two kinds of code.
      return type.cast(codes.computeIfAbsent(value, maker::apply));
    }
  }
}
