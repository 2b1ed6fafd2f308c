package jp.chukan.gateway.permission;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import jp.chukan.contract.code.AffairCode;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ProcedureCode;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.contract.document.PermissionMatchingList;
import jp.chukan.contract.document.PermittedInquiry;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The versions of the list in the database. */
@Component
class PermissionListStore {
  private final JdbcClient jdbc;

  PermissionListStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Holds off every other reception until the open transaction ends. */
  void lock() {
    jdbc.sql("select pg_advisory_xact_lock(hashtext('permission_matching_list'))")
        .query(
            row -> {
              // only waited for
            });
  }

  /** Keeps a version with all its entries in the open transaction. */
  void insert(PermissionMatchingList list, byte[] digest, Instant receivedAt) {
    jdbc.sql(
            """
            insert into permission_matching_list (version, published_at, received_at, entry_count,
                                                  digest)
            values (:version, :publishedAt, :receivedAt, :entries, :digest)
            """)
        .param("version", list.version())
        .param("publishedAt", list.publishedAt().atOffset(ZoneOffset.UTC))
        .param("receivedAt", receivedAt.atOffset(ZoneOffset.UTC))
        .param("entries", list.entries().size())
        .param("digest", digest)
        .update();
    jdbc.sql(
            """
            insert into permission_matching_entry (version, position, inquirer_code, affair_code,
                                                   procedure_code, provider_code,
                                                   information_code, valid_from, valid_to)
            select :version, position, inquirer, affair, procedure, provider, information,
                   cast(valid_from as date), cast(valid_to as date)
              from unnest(:inquirers, :affairs, :procedures, :providers, :informations, :from, :to)
                   with ordinality
                   as entry (inquirer, affair, procedure, provider, information, valid_from,
                             valid_to, position)
            """)
        .param("version", list.version())
        .param("inquirers", column(list, entry -> entry.inquirer().value()))
        .param("affairs", column(list, entry -> entry.affair().value()))
        .param("procedures", column(list, entry -> entry.procedure().value()))
        .param("providers", column(list, entry -> entry.provider().value()))
        .param("informations", column(list, entry -> entry.information().value()))
        .param("from", column(list, entry -> entry.validFrom().toString()))
        .param("to", column(list, entry -> Objects.toString(entry.validTo(), null)))
        .update();
  }

  private static @Nullable String[] column(
      PermissionMatchingList list, Function<PermittedInquiry, @Nullable String> value) {
    return list.entries().stream().map(value).toArray(String[]::new);
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
