package jp.chukan.gateway.testing;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.PriorityOrdered;

/** Shows every statement of the server, in every database of the run, to whoever looks. */
public final class SeenStatements implements QueryExecutionListener {
  private static final AtomicReference<@Nullable Watcher> WATCHER = new AtomicReference<>();

  /** Sees a statement right before it runs, on the thread that runs it. */
  public interface Watcher {
    void sees(ExecutionInfo execution, QueryInfo statement);
  }

  static DataSource of(DataSource source) {
    return ProxyDataSourceBuilder.create(source).listener(new SeenStatements()).build();
  }

  /**
   * Puts itself around the pool of a server, nearer to it than whatever else looks at statements.
   */
  static final class AroundThePool implements BeanPostProcessor, PriorityOrdered {
    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
      return bean instanceof HikariDataSource pool
          ? ProxyDataSourceBuilder.create(pool).listener(new SeenStatements()).buildProxy()
          : bean;
    }

    @Override
    public int getOrder() {
      return HIGHEST_PRECEDENCE;
    }
  }

  /** From now on; null looks no more. */
  public static void watch(@Nullable Watcher watcher) {
    WATCHER.set(watcher);
  }

  @Override
  public void beforeQuery(ExecutionInfo execution, List<QueryInfo> statements) {
    Watcher watcher = WATCHER.get();
    if (watcher != null) {
      statements.forEach(statement -> watcher.sees(execution, statement));
    }
  }

  @Override
  public void afterQuery(ExecutionInfo execution, List<QueryInfo> statements) {
    // seen before, while what it is about is still there
  }
}
