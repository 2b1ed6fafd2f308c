package jp.chukan.gateway.institution;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.gateway.institution.MasterVersion.Activation;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The versions of the master in the database. */
@Component
class InstitutionMasterStore {
  private static final String VERSIONS =
      """
      select m.version, m.base_version, m.row_count, m.proposed_at, m.proposed_by,
             m.proposed_by_institution, a.activated_at, a.activated_by, a.activated_by_institution
        from institution_master m
        left join institution_master_activation a using (version)
      """;

  private final JdbcClient jdbc;

  InstitutionMasterStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Holds off every other proposal and activation until the open transaction ends. */
  void lock() {
    jdbc.sql("select pg_advisory_xact_lock(hashtext('institution_master'))")
        .query(
            row -> {
              // only waited for
            });
  }

  /** Keeps a version with all its entries in the open transaction, under the lock. */
  int insert(List<MasterEntry> entries, byte[] digest, MasterActor by, Instant at) {
    int version =
        jdbc.sql(
                """
                insert into institution_master (version, base_version, row_count, digest,
                                                proposed_at, proposed_by, proposed_by_institution)
                select (select coalesce(max(version), 0) + 1 from institution_master),
                       (select max(version) from institution_master_activation),
                       :rows, :digest, :at, :name, :institution
                returning version
                """)
            .param("rows", entries.size())
            .param("digest", digest)
            .param("at", at.atOffset(ZoneOffset.UTC))
            .param("name", by.name())
            .param("institution", code(by))
            .query(Integer.class)
            .single();
    insertEntries(version, entries);
    return version;
  }

  private void insertEntries(int version, List<MasterEntry> entries) {
    jdbc.sql(
            """
            insert into institution_master_entry (version, position, code, serial_number, former_code,
                                                  name, disabled, valid_from, valid_to,
                                                  version_information)
            select :version, position, institution, serial, former, name, cast(disabled as boolean),
                   cast(valid_from as timestamp), cast(valid_to as timestamp), information
              from unnest(:institutions, :serials, :formers, :names, :disabled, :from, :to,
                          :informations) with ordinality
                   as entry (institution, serial, former, name, disabled, valid_from, valid_to,
                             information, position)
            """)
        .param("version", version)
        .param("institutions", column(entries, entry -> entry.institution().value()))
        .param("serials", column(entries, MasterEntry::serialNumber))
        .param("formers", column(entries, MasterEntry::formerCode))
        .param("names", column(entries, MasterEntry::name))
        .param("disabled", column(entries, entry -> String.valueOf(entry.disabled())))
        .param("from", column(entries, entry -> entry.from().toString()))
        .param("to", column(entries, entry -> entry.to().toString()))
        .param("informations", column(entries, MasterEntry::versionInformation))
        .update();
  }

  private static String[] column(List<MasterEntry> entries, Function<MasterEntry, String> value) {
    return entries.stream().map(value).toArray(String[]::new);
  }

  /** Puts a version in force in the open transaction, under the lock. */
  void activate(int version, MasterActor by, Instant at) {
    jdbc.sql(
            """
            insert into institution_master_activation (version, activated_at, activated_by,
                                                       activated_by_institution)
            values (:version, :at, :name, :institution)
            """)
        .param("version", version)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("name", by.name())
        .param("institution", code(by))
        .update();
  }

  /** The version in force, or empty while there is none. */
  Optional<MasterInForce> inForce() {
    return jdbc.sql(
            """
            select m.version, m.row_count, m.proposed_at, a.activated_at
              from institution_master_activation a
              join institution_master m using (version)
             order by version desc
             limit 1
            """)
        .query(
            (row, index) ->
                new MasterInForce(
                    row.getInt("version"),
                    row.getInt("row_count"),
                    time(row, "proposed_at"),
                    time(row, "activated_at")))
        .optional();
  }

  /** All versions, the newest first. */
  List<MasterVersion> versions() {
    return jdbc.sql(VERSIONS + " order by version desc").query((row, index) -> version(row)).list();
  }

  Optional<MasterVersion> find(int version) {
    return jdbc.sql(VERSIONS + " where version = :version")
        .param("version", version)
        .query((row, index) -> version(row))
        .optional();
  }

  /**
   * The same file taken in before, against the version that is in force now, or as that version.
   */
  Optional<Integer> findSame(byte[] digest) {
    return jdbc.sql(
            """
            select max(version)
              from institution_master
             where digest = :digest
               and (base_version is not distinct from
                      (select max(version) from institution_master_activation)
                    or version = (select max(version) from institution_master_activation))
            """)
        .param("digest", digest)
        .query((row, index) -> Optional.ofNullable(row.getObject(1, Integer.class)))
        .single();
  }

  /** The rows of one version, in the order of its file. */
  List<MasterEntry> entries(int version) {
    return jdbc.sql(
            """
            select code, serial_number, former_code, name, disabled, valid_from, valid_to,
                   version_information
              from institution_master_entry
             where version = :version
             order by position
            """)
        .param("version", version)
        .query((row, index) -> entry(row))
        .list();
  }

  private static MasterEntry entry(ResultSet row) throws SQLException {
    return new MasterEntry(
        new InstitutionCode(row.getString("code")),
        row.getString("serial_number"),
        row.getString("former_code"),
        row.getString("name"),
        row.getBoolean("disabled"),
        row.getObject("valid_from", LocalDateTime.class),
        row.getObject("valid_to", LocalDateTime.class),
        row.getString("version_information"));
  }

  private static MasterVersion version(ResultSet row) throws SQLException {
    return new MasterVersion(
        row.getInt("version"),
        row.getObject("base_version", Integer.class),
        row.getInt("row_count"),
        time(row, "proposed_at"),
        actor(row, "proposed_by"),
        row.getObject("activated_at") == null
            ? null
            : new Activation(time(row, "activated_at"), actor(row, "activated_by")));
  }

  private static MasterActor actor(ResultSet row, String column) throws SQLException {
    String institution = row.getString(column + "_institution");
    return new MasterActor(
        row.getString(column), institution == null ? null : new InstitutionCode(institution));
  }

  private static Instant time(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static @Nullable String code(MasterActor by) {
    return by.institution() == null ? null : by.institution().value();
  }
}
