package jp.chukan.gateway.observation;

import io.micrometer.tracing.Tracer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.support.ProxyDataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.MergedBeanDefinitionPostProcessor;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * Statements are watched in work whose trace is kept, and only there: to watch those of all the
 * others would cost more than a tenth of an exchange. Spring calls this kind of post-processor
 * after all others, and so after the one that puts the watch around the pool.
 */
@Component
final class WatchedStatements implements MergedBeanDefinitionPostProcessor {
  private final Supplier<Optional<Tracer>> tracer;

  WatchedStatements(ObjectProvider<Tracer> tracer) {
    this.tracer = SingletonSupplier.of(() -> tracer.stream().findFirst());
  }

  @Override
  public void postProcessMergedBeanDefinition(
      RootBeanDefinition definition, Class<?> type, String name) {
    // definitions stay as they are
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    return bean instanceof ProxyDataSource watched
        ? new WatchedWhereWanted(watched, this::isKept)
        : bean;
  }

  private boolean isKept() {
    return tracer
        .get()
        .map(Tracer::currentSpan)
        .filter(span -> Boolean.TRUE.equals(span.context().sampled()))
        .isPresent();
  }

  /** The pool itself, or the watch around it, for each connection that is taken. */
  static final class WatchedWhereWanted extends DelegatingDataSource {
    private final DataSource pool;
    private final DataSource watched;
    private final BooleanSupplier wanted;

    WatchedWhereWanted(ProxyDataSource watched, BooleanSupplier wanted) {
      super(watched.getDataSource());
      this.pool = watched.getDataSource();
      this.watched = watched;
      this.wanted = wanted;
    }

    @Override
    public Connection getConnection() throws SQLException {
      return wanted.getAsBoolean() ? watched.getConnection() : super.getConnection();
    }

    /** What this is, for whoever makes another one of the same address, is the pool. */
    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
      return pool.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
      return pool.isWrapperFor(type);
    }
  }
}
