package jp.chukan.gateway.staff;

import java.time.Instant;
import java.util.List;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.gateway.testing.TestDatabase;

/** Grants for the tests of other packages, without the ceremony of a file. */
public final class TestGrants {
  private final GrantStore store;
  private final Grants grants;
  private final TestDatabase database;

  private TestGrants(TestDatabase database) {
    this.database = database;
    this.store = new GrantStore(database.jdbc());
    this.grants = new Grants(database.jdbc(), store);
  }

  public static TestGrants on(TestDatabase database) {
    return new TestGrants(database);
  }

  /** What the server asks. */
  public Grants grants() {
    return grants;
  }

  /** From now on the institution has granted these and no others. */
  public void inForce(InstitutionCode institution, Grant... all) {
    database
        .transactions()
        .run(
            institution,
            () -> store.insert(institution, List.of(all), new byte[32], "a test", Instant.EPOCH));
  }
}
