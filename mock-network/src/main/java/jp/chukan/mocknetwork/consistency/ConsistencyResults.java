package jp.chukan.mocknetwork.consistency;

import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.Optional;
import jp.chukan.mocknetwork.connection.RecordVault;
import jp.chukan.mocknetwork.identity.IdentityFiles;
import jp.chukan.mocknetwork.link.CountrySystem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Results of comparisons, as each system got or made them. */
@Component
public final class ConsistencyResults {
  private final JdbcClient jdbc;
  private final IdentityFiles files;
  private final InstantSource clock;

  ConsistencyResults(JdbcClient jdbc, IdentityFiles files, InstantSource clock) {
    this.jdbc = jdbc;
    this.files = files;
    this.clock = clock;
  }

  /** Takes a result down. */
  public void keep(CountrySystem owner, ConsistencyResult result) {
    jdbc.sql(
            """
            insert into consistency_result (system, at, compared, findings, body)
            values (?, ?, ?, ?, ?)
            """)
        .params(
            owner.label(),
            Timestamp.from(clock.instant()),
            result.compared(),
            result.findings().size(),
            vaultOf(owner).seal(result))
        .update();
  }

  /** The last that a system has; empty before the first. */
  public Optional<ConsistencyResult> last(CountrySystem owner) {
    return jdbc.sql(
            "select body from consistency_result where system = ? order by number desc limit 1")
        .param(owner.label())
        .query(byte[].class)
        .optional()
        .map(vaultOf(owner)::open);
  }

  /** How many results a system has. */
  public int count(CountrySystem owner) {
    return jdbc.sql("select count(*) from consistency_result where system = ?")
        .param(owner.label())
        .query(Integer.class)
        .single();
  }

  private RecordVault<ConsistencyResult> vaultOf(CountrySystem owner) {
    return new RecordVault<>(files.vaultOf(owner), ConsistencyResult.class);
  }
}
