package jp.chukan.gateway.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import jp.chukan.gateway.observation.WatchedStatements.WatchedWhereWanted;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.AbstractDataSource;

@DisplayName("SQL文の観測")
class WatchedStatementsTest {
  private final Connection connection =
      (Connection)
          Proxy.newProxyInstance(
              getClass().getClassLoader(),
              new Class<?>[] {Connection.class},
              (proxy, method, arguments) -> null);

  @Test
  @DisplayName("残さないトレースの接続は、そのまま渡す")
  void aConnectionOfWorkWhoseTraceIsNotKeptIsThePoolsOwn() throws SQLException {
    assertThat(taken(false) == connection).isTrue();
  }

  @Test
  @DisplayName("残すトレースの接続は、観測する")
  void aConnectionOfWorkWhoseTraceIsKeptIsWatched() throws SQLException {
    assertThat(taken(true) == connection).isFalse();
  }

  private Connection taken(boolean kept) throws SQLException {
    var pool = ProxyDataSourceBuilder.create(new PoolOfOne(connection));
    return new WatchedWhereWanted(pool.build(), () -> kept).getConnection();
  }

  private static final class PoolOfOne extends AbstractDataSource {
    private final Connection connection;

    PoolOfOne(Connection connection) {
      this.connection = connection;
    }

    @Override
    public Connection getConnection() {
      return connection;
    }

    @Override
    public Connection getConnection(String user, String password) {
      throw new UnsupportedOperationException();
    }
  }
}
