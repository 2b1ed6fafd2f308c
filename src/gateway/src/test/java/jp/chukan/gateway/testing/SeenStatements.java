package jp.chukan.gateway.testing;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.jspecify.annotations.Nullable;

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
