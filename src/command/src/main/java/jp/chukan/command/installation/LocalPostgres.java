package jp.chukan.command.installation;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.chukan.command.certificates.KeyFolder;
import jp.chukan.command.installation.hosts.Hosts;
import jp.chukan.command.installation.hosts.TestHosts;

/**
 * A real PostgreSQL brought along as a Maven artifact, set up as an operator would: durable, a
 * password for each role, an owner of the schema who is not the user of the server (MS-96).
 */
public final class LocalPostgres implements AutoCloseable {
  private static final List<String> ROLES =
      List.of("chukan_owner", "chukan_app", "chukan_backup", "country");

  private static final Map<String, String> OWNERS =
      Map.of("chukan", "chukan_owner", "country", "country");

  private static final String SUPERUSER = "postgres";
  private static final String GATEWAY = "chukan";
  private static final String RESTORING = "chukan_restoring";

  /** Reads every row to back it up, and writes none. */
  private static final String BACKUP = "chukan_backup";

  private static final String UNPACKED = "unpacked";
  private static final String LOOPBACK = "127.0.0.1";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Path data;
  private final int port;
  private final KeyFolder keys;
  private final Path log;
  private volatile Launch launch;
  private volatile Closeable server;
  private volatile String address = LOOPBACK;

  private LocalPostgres(Launch launch, Path data, int port, Path log, KeyFolder keys)
      throws IOException {
    this.launch = launch;
    this.data = data;
    this.port = port;
    this.log = log;
    this.keys = keys;
    this.server = launch.begin();
  }

  /** Starts the server with the data that it has. */
  @FunctionalInterface
  private interface Launch {
    Closeable begin() throws IOException;
  }

  /**
   * Starts the server and brings its roles and databases up to date.
   *
   * @param data where its data are kept from one start to the next
   * @param programs where the programs are unpacked to
   * @param log what the server has to say
   */
  public static LocalPostgres start(Path data, Path programs, Path log, int port, KeyFolder keys) {
    return start(data, programs, log, port, keys, Map.of());
  }

  /** The same, with the certificate {@code database-server} for whoever wants TLS. */
  static LocalPostgres startWithTls(Path data, Path programs, Path log, int port, KeyFolder keys)
      throws IOException {
    return start(data, programs, log, port, keys, tls(keys));
  }

  private static Map<String, String> tls(KeyFolder keys) throws IOException {
    return Map.of(
        "ssl",
        "on",
        "ssl_min_protocol_version",
        "TLSv1.3",
        "ssl_key_file",
        keys.pemKey("database-server").toString(),
        "ssl_cert_file",
        keys.file("database-server.pem").toString());
  }

  /**
   * Has the server run on its host of its own from now on. Other hosts are let in with TLS only.
   *
   * @param programs where the programs are unpacked
   */
  void moveTo(TestHosts hosts, Path programs) throws IOException {
    var settings = new HashMap<>(settings());
    settings.putAll(tls(keys));
    // empty is said by nothing in the options of pg_ctl
    settings.put("unix_socket_directories", "''");
    var networks = hosts.networks();
    Files.writeString(
        data.resolve("pg_hba.conf"),
        """
        hostssl all all %s scram-sha-256
        host    all all %s scram-sha-256
        """
            .formatted(networks.getFirst(), networks.getLast()));
    server.close();
    launch = () -> HostedPostgres.start(hosts, programs, data, log, port, settings);
    server = launch.begin();
    address = hosts.address(Hosts.DATABASE);
  }

  private static LocalPostgres start(
      Path data, Path programs, Path log, int port, KeyFolder keys, Map<String, String> transport) {
    try {
      Files.createDirectories(log.getParent());
      if (!Files.exists(programs.resolve(UNPACKED))) {
        // an interrupted unpacking cannot be taken up again
        Folders.delete(programs);
      }
      Files.createDirectories(programs);
      var server =
          new LocalPostgres(
              () -> launch(data, programs, log, port, keys, transport), data, port, log, keys);
      Files.writeString(programs.resolve(UNPACKED), "");
      return server.setUp();
    } catch (IOException | SQLException | IllegalStateException e) {
      throw new InstallationException("PostgreSQL did not start, see " + log, e);
    }
  }

  private static EmbeddedPostgres launch(
      Path data, Path programs, Path log, int port, KeyFolder keys, Map<String, String> transport)
      throws IOException {
    var output = ProcessBuilder.Redirect.appendTo(log.toFile());
    var builder =
        EmbeddedPostgres.builder()
            .setDataDirectory(data)
            .setCleanDataDirectory(false)
            .setOverrideWorkingDirectory(programs.toFile())
            .setRegisterShutdownHook(false)
            .setPort(port)
            .setPGStartupWait(PATIENCE)
            .setLocaleConfig("locale", "C")
            .setLocaleConfig("locale-provider", "builtin")
            .setLocaleConfig("builtin-locale", "C.UTF-8")
            .setConnectConfig("password", keys.secret(passwordFile(SUPERUSER)))
            .setErrorRedirector(output)
            .setOutputRedirector(output);
    settings().forEach(builder::setServerConfig);
    transport.forEach(builder::setServerConfig);
    return builder.start();
  }

  /** Ends the server with all its processes, as a power cut would. */
  void kill() {
    leftBehind(data)
        .flatMap(ProcessMark::process)
        .ifPresent(
            postmaster -> {
              var processes = new ArrayList<>(List.of(postmaster));
              postmaster.descendants().forEach(processes::add);
              processes.forEach(ProcessHandle::destroyForcibly);
              processes.forEach(process -> process.onExit().join());
            });
  }

  boolean isAlive() {
    return leftBehind(data).isPresent();
  }

  /** Starts it once more with what it had on disk, and returns when it lets clients in. */
  void startAgain() {
    try {
      server.close();
      server = launch.begin();
    } catch (IOException | IllegalStateException e) {
      throw new InstallationException("PostgreSQL did not start again, see " + log, e);
    }
  }

  /** Durable, small, and silent about values in its log. */
  private static Map<String, String> settings() {
    return Map.ofEntries(
        Map.entry("fsync", "on"),
        Map.entry("full_page_writes", "on"),
        Map.entry("synchronous_commit", "on"),
        Map.entry("max_connections", "200"),
        Map.entry("shared_buffers", "128MB"),
        Map.entry("timezone", "UTC"),
        Map.entry("unix_socket_directories", ""),
        Map.entry("log_min_error_statement", "panic"),
        Map.entry("log_error_verbosity", "terse"));
  }

  private LocalPostgres setUp() throws SQLException, IOException {
    try {
      bringUpToDate();
      return this;
    } catch (SQLException | IOException e) {
      server.close();
      throw e;
    }
  }

  private void bringUpToDate() throws SQLException, IOException {
    try (var connection = connect(SUPERUSER, "postgres")) {
      for (var role : ROLES) {
        if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", role)) {
          execute(connection, "CREATE ROLE " + role);
        }
        execute(
            connection,
            "ALTER ROLE %s LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS PASSWORD '%s'"
                .formatted(role, keys.secret(passwordFile(role))));
      }
      for (var database : OWNERS.entrySet()) {
        if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", database.getKey())) {
          execute(
              connection,
              "CREATE DATABASE %s OWNER %s".formatted(database.getKey(), database.getValue()));
        }
        execute(connection, "REVOKE ALL ON DATABASE %s FROM PUBLIC".formatted(database.getKey()));
      }
      execute(connection, "ALTER ROLE %s BYPASSRLS".formatted(BACKUP));
      execute(connection, "GRANT pg_read_all_data TO " + BACKUP);
      letIn(connection, GATEWAY);
      requirePasswords(connection);
    }
  }

  private static void letIn(Connection connection, String database) throws SQLException {
    // registrations are staged in a table of the session before they take effect
    execute(
        connection, "GRANT CONNECT, TEMPORARY ON DATABASE %s TO chukan_app".formatted(database));
    execute(connection, "GRANT CONNECT ON DATABASE %s TO %s".formatted(database, BACKUP));
  }

  /**
   * An empty database beside the gateway's, in which a backup is restored.
   *
   * @return its address
   */
  public String beginRestoration() throws SQLException, IOException {
    try (var connection = connect(SUPERUSER, "postgres")) {
      execute(connection, "DROP DATABASE IF EXISTS " + RESTORING);
      execute(connection, "CREATE DATABASE %s OWNER %s".formatted(RESTORING, OWNERS.get(GATEWAY)));
      execute(connection, "REVOKE ALL ON DATABASE %s FROM PUBLIC".formatted(RESTORING));
      letIn(connection, RESTORING);
    }
    return url(RESTORING);
  }

  /** Puts the restored database in the place of the gateway's, which is gone then. */
  public void endRestoration() throws SQLException, IOException {
    try (var connection = connect(SUPERUSER, "postgres")) {
      execute(connection, "DROP DATABASE " + GATEWAY);
      execute(connection, "ALTER DATABASE %s RENAME TO %s".formatted(RESTORING, GATEWAY));
    }
  }

  /** Name and password of a role, as programs beside this one get them. */
  public Map<String, String> credentials(String prefix, String role) throws IOException {
    return Map.of(prefix, role, prefix + "_PASSWORD", keys.secret(passwordFile(role)));
  }

  /** The programs' own set-up trusts whoever is on this machine; nobody is trusted here. */
  private void requirePasswords(Connection connection) throws SQLException, IOException {
    execute(
        connection,
        "ALTER ROLE %s PASSWORD '%s'".formatted(SUPERUSER, keys.secret(passwordFile(SUPERUSER))));
    Files.writeString(
        data.resolve("pg_hba.conf"),
        """
        host all all 127.0.0.1/32 scram-sha-256
        host all all ::1/128      scram-sha-256
        """);
    execute(connection, "SELECT pg_reload_conf()");
  }

  /** A connection of this role, as the role itself would make it. */
  public Connection connect(String role, String database) throws SQLException, IOException {
    return DriverManager.getConnection(url(database), role, keys.secret(passwordFile(role)));
  }

  public String url(String database) {
    return url(database, address, port);
  }

  /** Where a database is behind another port of this machine. */
  static String url(String database, int port) {
    return url(database, LOOPBACK, port);
  }

  private static String url(String database, String address, int port) {
    return "jdbc:postgresql://" + address + ":" + port + "/" + database;
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new InstallationException("PostgreSQL did not stop", e);
    }
  }

  static String passwordFile(String role) {
    return "database-password-" + role;
  }

  ProcessMark mark() {
    return leftBehind(data)
        .orElseThrow(() -> new InstallationException("PostgreSQL runs without its pid file"));
  }

  /** The server that holds these data, started by whomever. */
  static Optional<ProcessMark> leftBehind(Path data) {
    var file = data.resolve("postmaster.pid");
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      var lines = Files.readAllLines(file);
      var mark =
          new ProcessMark(
              "postgres",
              Long.parseLong(lines.get(0).strip()),
              Instant.ofEpochSecond(Long.parseLong(lines.get(2).strip())));
      return mark.process().map(alive -> mark);
    } catch (IOException | NumberFormatException | IndexOutOfBoundsException e) {
      throw new InstallationException("cannot read " + file, e);
    }
  }

  private static boolean exists(Connection connection, String query, String name)
      throws SQLException {
    try (var statement = connection.prepareStatement(query)) {
      statement.setString(1, name);
      try (var rows = statement.executeQuery()) {
        return rows.next();
      }
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
