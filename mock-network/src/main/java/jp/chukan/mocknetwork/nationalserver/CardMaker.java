package jp.chukan.mocknetwork.nationalserver;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import jp.chukan.mocknetwork.cardmanagement.CardDestination;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whoever makes cards: outside of the country, so that of an order nothing but its number stays.
 */
@Component
final class CardMaker {
  private final JdbcClient jdbc;

  CardMaker(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void order(List<CardDestination> destinations, Instant at) {
    destinations.forEach(
        destination ->
            jdbc.sql("insert into card_order (management_number, ordered_at) values (?, ?)")
                .params(destination.managementNumber(), Timestamp.from(at))
                .update());
  }

  boolean hasTaken(String managementNumber) {
    return jdbc.sql("select count(*) from card_order where management_number = ?")
            .param(managementNumber)
            .query(Integer.class)
            .single()
        > 0;
  }
}
