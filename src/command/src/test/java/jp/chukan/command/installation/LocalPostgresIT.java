package jp.chukan.command.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import jp.chukan.command.certificates.KeyFolder;
import jp.chukan.command.certificates.TestAuthority;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LocalPostgresIT {
  @TempDir static Path run;
  private static LocalPostgres postgres;

  @BeforeAll
  static void start() throws IOException {
    postgres = start(Ports.free().postgres());
  }

  @AfterAll
  static void stop() {
    postgres.close();
  }

  @Test // MS-96
  void noRoleOfAnApplicationCanPassOverRowSecurity() throws IOException, SQLException {
    try (var connection = postgres.connect("chukan_app", "chukan")) {
      assertThat(
              query(
                  connection,
                  """
                  SELECT rolname FROM pg_roles
                  WHERE rolname IN ('chukan_owner', 'chukan_app', 'country')
                    AND NOT rolsuper AND NOT rolbypassrls AND NOT rolcreaterole AND NOT rolcreatedb
                  ORDER BY rolname
                  """))
          .containsExactly("chukan_app", "chukan_owner", "country");
    }
  }

  @Test // JN-29
  void theRoleOfTheBackupReadsEverythingAndWritesNothing() throws IOException, SQLException {
    try (var owner = postgres.connect("chukan_owner", "chukan");
        var statement = owner.createStatement()) {
      statement.execute("CREATE TABLE kept (one int)");
    }
    try (var connection = postgres.connect("chukan_backup", "chukan");
        var statement = connection.createStatement()) {
      assertThat(query(connection, "SELECT count(*) FROM kept")).containsExactly("0");
      for (var forbidden :
          List.of("INSERT INTO kept VALUES (1)", "DELETE FROM kept", "CREATE TABLE x (y int)")) {
        assertThatThrownBy(() -> statement.execute(forbidden))
            .isInstanceOf(SQLException.class)
            .hasMessageContaining("permission denied");
      }
    }
  }

  @Test // MS-96
  void theServersRoleOwnsNothingAndCannotCreateAnything() throws IOException, SQLException {
    try (var connection = postgres.connect("chukan_app", "chukan")) {
      assertThat(
              query(
                  connection,
                  "SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = 'chukan'"))
          .containsExactly("chukan_owner");
      assertThatThrownBy(() -> query(connection, "CREATE TABLE x (y int)"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("permission denied");
    }
  }

  @Test
  void theServersRoleMayLoadThroughTemporaryTables() throws IOException, SQLException {
    try (var connection = postgres.connect("chukan_app", "chukan");
        var statement = connection.createStatement()) {
      statement.execute("CREATE TEMPORARY TABLE staged (one int)");
    }
  }

  @Test
  void theOwnerMayBuildTheSchema() throws IOException, SQLException {
    try (var connection = postgres.connect("chukan_owner", "chukan");
        var statement = connection.createStatement()) {
      statement.execute("CREATE SCHEMA built");
      statement.execute("CREATE TABLE built.one (two int)");
    }
  }

  @Test
  void theCountryCannotReachTheServersDatabase() {
    assertThatThrownBy(() -> postgres.connect("country", "chukan"))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("permission denied");
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgres", "chukan_owner", "chukan_app", "chukan_backup", "country"})
  void nobodyGetsInWithoutThePassword(String role) {
    assertThatThrownBy(
            () -> DriverManager.getConnection(postgres.url("chukan"), role, "guessed").close())
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("password authentication failed");
  }

  @Test
  void whatIsCommittedIsOnDisk() throws IOException, SQLException {
    try (var connection = postgres.connect("chukan_app", "chukan")) {
      for (var setting : List.of("fsync", "full_page_writes", "synchronous_commit")) {
        assertThat(query(connection, "SHOW " + setting)).as(setting).containsExactly("on");
      }
    }
  }

  @Test
  void dataAndPasswordsOutliveARestart(@TempDir Path other) throws IOException, SQLException {
    var port = Ports.free().postgres();
    try (var first = start(other, port);
        var connection = first.connect("country", "country");
        var statement = connection.createStatement()) {
      statement.execute("CREATE SCHEMA s; CREATE TABLE s.t AS SELECT 7 AS n");
      assertThat(LocalPostgres.leftBehind(other.resolve("postgres"))).isPresent();
    }
    assertThat(LocalPostgres.leftBehind(other.resolve("postgres"))).isEmpty();
    try (var second = start(other, port);
        var connection = second.connect("country", "country")) {
      assertThat(query(connection, "SELECT n FROM s.t")).containsExactly("7");
    }
  }

  @Test // MS-96
  void whoWantsTlsGetsItAndKnowsTheServerByItsName(@TempDir Path other)
      throws IOException, SQLException {
    var keys = other.resolve("keys");
    TestAuthority.issueMissing(keys, InstantSource.system(), new SecureRandom());
    var secrets = KeyFolder.create(keys, new SecureRandom());
    try (var server =
        LocalPostgres.startWithTls(
            other.resolve("postgres"),
            run.resolve("programs"),
            other.resolve("logs/postgres.log"),
            Ports.free().postgres(),
            secrets)) {
      var verified =
          server.url("chukan").replace("127.0.0.1", "localhost")
              + "?sslmode=verify-full&sslrootcert="
              + keys.resolve("root.pem");
      try (var connection =
          DriverManager.getConnection(
              verified, "chukan_app", secrets.secret("database-password-chukan_app"))) {
        assertThat(
                query(connection, "SELECT version FROM pg_stat_ssl WHERE pid = pg_backend_pid()"))
            .containsExactly("TLSv1.3");
      }
    }
  }

  private static LocalPostgres start(int port) throws IOException {
    return start(run, port);
  }

  private static LocalPostgres start(Path folder, int port) throws IOException {
    return LocalPostgres.start(
        folder.resolve("postgres"),
        run.resolve("programs"),
        folder.resolve("logs/postgres.log"),
        port,
        KeyFolder.create(folder.resolve("keys"), new SecureRandom()));
  }

  private static List<String> query(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      var values = new ArrayList<String>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    }
  }
}
