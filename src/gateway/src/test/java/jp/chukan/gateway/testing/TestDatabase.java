package jp.chukan.gateway.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/**
 * A database of its own on a real PostgreSQL that is shared by all tests of the run, with the real
 * migrations and the real roles: the server's own cannot pass by row-level security.
 */
public final class TestDatabase {
  public static final String OWNER = "chukan_owner";
  public static final String APPLICATION = "chukan_app";
  public static final String BACKUP = "chukan_backup";
  public static final String PASSWORD = "of-a-test";

  private static final AtomicInteger COUNT = new AtomicInteger();

  private final String name;
  private final DataSource application;
  private final JdbcClient jdbc;
  private final DataSourceTransactionManager transactionManager;
  private final InstitutionTransactions transactions;

  private TestDatabase(String name) {
    this.name = name;
    this.application = SeenStatements.of(dataSource(name, APPLICATION));
    this.jdbc = JdbcClient.create(application);
    this.transactionManager = new DataSourceTransactionManager(application);
    this.transactions = new InstitutionTransactions(transactionManager, jdbc);
  }

  /** A fresh database with every migration applied; copied from one that was migrated before. */
  public static TestDatabase migrated() {
    String name = "test" + COUNT.incrementAndGet();
    create(name, Migrated.TEMPLATE);
    return new TestDatabase(name);
  }

  /** A fresh database that the server itself has yet to migrate. */
  public static TestDatabase empty() {
    String name = "test" + COUNT.incrementAndGet();
    create(name, "template1");
    return new TestDatabase(name);
  }

  private static void create(String name, String template) {
    try (Connection connection = Server.POSTGRES.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create database %s owner %s template %s".formatted(name, OWNER, template));
      // as an installation does: only what is named may be done
      statement.execute("revoke all on database " + name + " from public");
      statement.execute(
          "grant connect, temporary on database %s to %s".formatted(name, APPLICATION));
      statement.execute("grant connect on database %s to %s".formatted(name, BACKUP));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  public String url() {
    return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(Server.POSTGRES.getPort(), name);
  }

  /** As the server sees it. */
  public JdbcClient jdbc() {
    return jdbc;
  }

  public DataSource dataSource() {
    return application;
  }

  public DataSourceTransactionManager transactionManager() {
    return transactionManager;
  }

  public InstitutionTransactions transactions() {
    return transactions;
  }

  /** As the superuser sees it: every row of every institution, to check what is really there. */
  public JdbcClient everything() {
    return JdbcClient.create(superuser());
  }

  /** Of a role that passes by every rule of the database. */
  public DataSource superuser() {
    return Server.POSTGRES.getDatabase("postgres", name);
  }

  /** Of the owner of the schema. */
  public DataSource owner() {
    return dataSource(name, OWNER);
  }

  private static DataSource dataSource(String database, String role) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setServerNames(new String[] {"127.0.0.1"});
    source.setPortNumbers(new int[] {Server.POSTGRES.getPort()});
    source.setDatabaseName(database);
    source.setUser(role);
    source.setPassword(PASSWORD);
    return source;
  }

  /** Migrated at the first use; nobody works in it. */
  private static final class Migrated {
    static final String TEMPLATE = migrate();

    private static String migrate() {
      String name = "migrated";
      create(name, "template1");
      Flyway.configure().dataSource(TestDatabase.dataSource(name, OWNER)).load().migrate();
      return name;
    }
  }

  /** Started at the first use, ended with the JVM. */
  private static final class Server {
    static final EmbeddedPostgres POSTGRES = start();

    private static EmbeddedPostgres start() {
      try {
        EmbeddedPostgres postgres =
            EmbeddedPostgres.builder()
                .setServerConfig("max_connections", "200")
                .setServerConfig("fsync", "off") // nothing of a test outlives it
                .start();
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
            Statement statement = connection.createStatement()) {
          for (String role : new String[] {OWNER, APPLICATION}) {
            statement.execute(
                "create role %s login nobypassrls password '%s'".formatted(role, PASSWORD));
          }
          statement.execute(
              "create role %s login bypassrls password '%s'".formatted(BACKUP, PASSWORD));
          statement.execute("grant pg_read_all_data to " + BACKUP);
        }
        return postgres;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
