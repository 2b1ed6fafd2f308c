package jp.chukan.gateway.record.seal;

import java.time.Duration;
import java.time.InstantSource;
import jp.chukan.gateway.testing.TestDatabase;

/** What says how far evidence is behind, on a database of a test and without an authority. */
public final class TestEvidence {
  private TestEvidence() {}

  public static EvidenceGuard on(TestDatabase database, InstantSource clock) {
    return new EvidenceGuard(
        new TreeHeads(database.jdbc()),
        new TreeLeaves(database.jdbc()),
        new EvidenceSettings(Duration.ofMinutes(1), Duration.ofHours(4)),
        "",
        clock);
  }
}
