package jp.chukan.gateway.staff.grant;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.function.Consumer;
import jp.chukan.gateway.kernel.JapanDay;
import jp.chukan.gateway.kernel.RowCursor;
import org.springframework.stereotype.Component;

/**
 * The grants of one set, one by one, for what is to leave; in the open transaction of the
 * institution.
 */
@Component
public class GrantExtract {
  private final RowCursor cursor;
  private final InstantSource clock;

  public GrantExtract(RowCursor cursor, InstantSource clock) {
    this.cursor = cursor;
    this.clock = clock;
  }

  /** Number of the set in force, 0 while there is none. */
  public int setInForce() {
    return cursor
        .sql("select coalesce(max(set_number), 0) from staff_grant_set")
        .query(Integer.class)
        .single();
  }

  public long count(int set) {
    return cursor
        .sql("select count(*) from staff_grant where set_number = :set")
        .param("set", set)
        .query(Long.class)
        .single();
  }

  public void each(int set, GrantReview.Order order, Consumer<ReviewedGrant> taker) {
    LocalDate today = JapanDay.of(clock.instant());
    cursor
        .sql(
            GrantReview.SELECT
                + " where g.set_number = :set order by "
                + order.columns()
                + ", g.position")
        .param("set", set)
        .query(
            row -> {
              taker.accept(GrantReview.read(row, today));
            });
  }
}
