package jp.chukan.gateway.kernel;

import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Queries whose rows come a thousand at a time, for what may be too much to hold at once.
 * PostgreSQL keeps the rest as long as the transaction is open, so one must be.
 */
@Component
public class RowCursor {
  private static final int FETCH = 1_000;

  private final JdbcClient jdbc;

  public RowCursor(DataSource dataSource) {
    JdbcTemplate template = new JdbcTemplate(dataSource);
    template.setFetchSize(FETCH);
    this.jdbc = JdbcClient.create(template);
  }

  /** A statement whose rows a callback takes one by one. */
  public JdbcClient.StatementSpec sql(String sql) {
    return jdbc.sql(sql);
  }
}
