package jp.chukan.gateway.job;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;

/**
 * Lets one node at a time run a job: an advisory lock of PostgreSQL, held by one connection that
 * this node keeps for all of its jobs. It costs a question to take and one to free, and writes
 * nothing. A node that dies takes its connection with it, and all locks are free.
 */
@Component
final class JobGuard implements DisposableBean {
  private static final int PATIENCE_SECONDS = 5;

  private final DataSource database;
  private final Set<JobKey> held = new HashSet<>();

  /** Those that still run here though their lock is gone. */
  private final Set<JobKey> lost = new HashSet<>();

  private @Nullable Connection session;

  JobGuard(DataSource database) {
    this.database = database;
  }

  /**
   * @return false while somebody else runs it
   * @throws DataAccessResourceFailureException when the database does not answer
   */
  synchronized boolean take(JobKey key) {
    if (held.contains(key) || lost.contains(key)) {
      return false;
    }
    boolean taken = ask("select pg_try_advisory_lock(hashtextextended(?, 0))", key);
    if (taken) {
      held.add(key);
    }
    return taken;
  }

  /** Others may run it; also when it is free already because the connection broke. */
  synchronized void free(JobKey key) {
    lost.remove(key);
    if (held.remove(key)) {
      try {
        ask("select pg_advisory_unlock(hashtextextended(?, 0))", key);
      } catch (DataAccessResourceFailureException gone) {
        // with the connection the lock is gone as well
      }
    }
  }

  /**
   * Asks the connection whether it is still there.
   *
   * @return those whose lock is gone, though they still run
   */
  synchronized Set<JobKey> lost() {
    Connection open = session;
    try {
      if (open != null && !open.isValid(PATIENCE_SECONDS)) {
        drop();
      }
    } catch (SQLException e) {
      drop();
    }
    return Set.copyOf(lost);
  }

  private boolean ask(String question, JobKey key) {
    try (PreparedStatement statement = session().prepareStatement(question)) {
      statement.setQueryTimeout(PATIENCE_SECONDS);
      statement.setString(1, "job " + key);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    } catch (SQLException e) {
      drop();
      throw new DataAccessResourceFailureException("the database guards no job", e);
    }
  }

  private Connection session() throws SQLException {
    Connection open = session;
    if (open == null) {
      open = database.getConnection();
      open.setAutoCommit(true);
      try (Statement statement = open.createStatement()) {
        // a machine that vanished without a word is noticed within half a minute
        statement.execute(
            "set tcp_keepalives_idle = 10; set tcp_keepalives_interval = 5;"
                + " set tcp_keepalives_count = 3");
      }
      session = open;
    }
    return open;
  }

  /** Gives the connection up, and with it every lock. */
  private void drop() {
    lost.addAll(held);
    held.clear();
    Connection broken = session;
    session = null;
    if (broken == null) {
      return;
    }
    try (broken;
        Statement statement = broken.createStatement()) {
      statement.setQueryTimeout(PATIENCE_SECONDS);
      statement.execute("select pg_advisory_unlock_all()");
    } catch (SQLException e) {
      abort(broken);
    }
  }

  /** A pool sees by an error that it must not hand the connection to anybody. */
  private static void abort(Connection broken) {
    try {
      broken.abort(Runnable::run);
      broken.createStatement().execute("select 1");
    } catch (SQLException expected) {
      // it is given up anyway
    }
  }

  @Override
  public synchronized void destroy() {
    drop();
  }
}
