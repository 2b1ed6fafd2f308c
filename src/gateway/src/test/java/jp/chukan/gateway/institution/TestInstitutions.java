package jp.chukan.gateway.institution;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.gateway.testing.TestDatabase;

/** A master in force for the tests of other packages, without the ceremony of taking it in. */
public final class TestInstitutions {
  private static final MasterActor ACTOR = new MasterActor("a test", null);

  private final InstitutionMasterStore store;
  private final Institutions institutions;
  private final TestDatabase database;

  private TestInstitutions(TestDatabase database, InstantSource clock) {
    this.database = database;
    this.store = new InstitutionMasterStore(database.jdbc());
    this.institutions = new Institutions(store, new DesignatedCities(), clock);
  }

  /** Nothing is in force yet. */
  public static TestInstitutions on(TestDatabase database, InstantSource clock) {
    return new TestInstitutions(database, clock);
  }

  /** What the server asks. */
  public Institutions institutions() {
    return institutions;
  }

  /** From now on these institutions are valid, and no others are known. */
  public void inForce(InstitutionCode... codes) {
    List<MasterEntry> entries =
        Arrays.stream(codes)
            .map(
                code ->
                    new MasterEntry(
                        code,
                        "1",
                        "",
                        "試験用の機関",
                        false,
                        LocalDateTime.of(2009, 1, 1, 0, 0),
                        MasterColumn.OPEN_END,
                        ""))
            .toList();
    database
        .transactions()
        .run(
            codes[0],
            () ->
                store.activate(
                    store.insert(entries, new byte[32], ACTOR, Instant.EPOCH),
                    ACTOR,
                    Instant.EPOCH));
    institutions.refresh();
  }
}
