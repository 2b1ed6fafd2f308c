package jp.chukan.mocknetwork.testing;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import jp.chukan.mocknetwork.link.SystemKind;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Messages that wait, of the systems that a test is about; those of others are nothing to it. */
public final class KeptLines {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private KeptLines() {}

  /** Waits until what these systems keep has been taken or refused, one kind after the other. */
  public static void awaitTaken(RunningCountry country, SystemKind... kinds) {
    for (SystemKind kind : kinds) {
      await().atMost(PATIENCE).until(() -> waiting(country, kind) == 0);
    }
  }

  private static int waiting(RunningCountry country, SystemKind kind) {
    return country
        .bean(JdbcClient.class)
        .sql("select count(*) from kept_message where from_kind = ?")
        .param(kind.name())
        .query(Integer.class)
        .single();
  }
}
