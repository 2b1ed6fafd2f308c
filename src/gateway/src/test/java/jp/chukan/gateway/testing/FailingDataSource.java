package jp.chukan.gateway.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * A database that breaks off after so many steps: a step is a statement that ran, or a commit that
 * is about to. What the statement did is done by then, as if the process had died behind it.
 */
public final class FailingDataSource extends DelegatingDataSource {
  private final AtomicInteger steps = new AtomicInteger();
  private volatile int failingStep = Integer.MAX_VALUE;

  public FailingDataSource(DataSource target) {
    super(target);
  }

  /** Breaks off after the step with this number, counted from one and from now. */
  public void failAfter(int step) {
    steps.set(0);
    failingStep = step;
  }

  /** Works on and counts from zero. */
  public void work() {
    failAfter(Integer.MAX_VALUE);
  }

  /** Steps since the last call of one of the others. */
  public int steps() {
    return steps.get();
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection connection = super.getConnection();
    return proxy(
        Connection.class,
        (proxy, method, arguments) -> {
          if (method.getName().equals("commit")) {
            step(connection);
          }
          Object result = call(connection, method, arguments);
          return result instanceof PreparedStatement statement
              ? counted(connection, statement)
              : result;
        });
  }

  private PreparedStatement counted(Connection connection, PreparedStatement statement) {
    return proxy(
        PreparedStatement.class,
        (proxy, method, arguments) -> {
          Object result = call(statement, method, arguments);
          if (method.getName().startsWith("execute")) {
            step(connection);
          }
          return result;
        });
  }

  private void step(Connection connection) throws SQLException {
    if (steps.incrementAndGet() == failingStep) {
      // gone for both sides, as when a process dies: whatever is not committed by now never will be
      connection.abort(Runnable::run);
      throw new SQLException("broken off by the test");
    }
  }

  private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static <T> T proxy(Class<T> type, java.lang.reflect.InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
