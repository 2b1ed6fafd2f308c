package jp.chukan.gateway.deadletter;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The dead letters of the institution whose transaction is open, to look at; never what they say.
 */
@Component
public class DeadLetters {
  private final LetterStore store;
  private final JdbcClient jdbc;

  DeadLetters(LetterStore store, JdbcClient jdbc) {
    this.store = store;
    this.jdbc = jdbc;
  }

  /**
   * How many letters of a kind wait for a decision.
   *
   * @param kind what they are
   * @param letters how many
   * @param oldest when the first of them died
   */
  public record Count(LetterKind kind, long letters, Instant oldest) {}

  /** Letters that wait for a decision, by kind; a kind without any is left out. */
  public List<Count> counts() {
    return jdbc.sql(
            """
            select kind, count(*) as letters, min(died_at) as oldest
              from dead_letter
             where state = 'KEPT'
             group by kind
             order by kind
            """)
        .query(
            (row, index) ->
                new Count(
                    LetterKind.valueOf(row.getString("kind")),
                    row.getLong("letters"),
                    row.getObject("oldest", OffsetDateTime.class).toInstant()))
        .list();
  }

  /**
   * Letters, the newest first.
   *
   * @param all whether those that were decided about are among them
   * @param skip how many to leave out
   * @param most how many at most
   */
  public List<DeadLetter> page(boolean all, int skip, int most) {
    return store.page(all, skip, most);
  }

  public Optional<DeadLetter> find(LetterNumber number) {
    return store.find(number);
  }
}
