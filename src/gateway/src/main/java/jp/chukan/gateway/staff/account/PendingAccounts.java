package jp.chukan.gateway.staff.account;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many accounts of the open transaction's institution wait for an approval (JN-14). */
@Component
public class PendingAccounts {
  private final JdbcClient jdbc;

  public PendingAccounts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public int count() {
    return jdbc.sql("select count(*) from staff_account where state = 'PENDING'")
        .query(Integer.class)
        .single();
  }
}
