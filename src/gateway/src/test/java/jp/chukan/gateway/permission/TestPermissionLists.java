package jp.chukan.gateway.permission;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import jp.chukan.contract.document.PermissionMatchingList;
import jp.chukan.contract.document.PermittedInquiry;
import jp.chukan.gateway.testing.TestDatabase;

/** Lists in force for the tests of other packages, without the ceremony of their reception. */
public final class TestPermissionLists {
  private final PermissionListStore store;
  private final PermissionMatchingLists lists;
  private final TestDatabase database;

  private TestPermissionLists(TestDatabase database, InstantSource clock) {
    this.database = database;
    this.store = new PermissionListStore(database.jdbc());
    this.lists = new PermissionMatchingLists(store, clock);
  }

  public static TestPermissionLists on(TestDatabase database, InstantSource clock) {
    return new TestPermissionLists(database, clock);
  }

  /** A running server looks for a newer list now. */
  public static void refresh(PermissionMatchingLists running) {
    running.refresh();
  }

  /** What the server asks. */
  public PermissionMatchingLists lists() {
    return lists;
  }

  /** From now on this version is in force. */
  public void inForce(int version, PermittedInquiry... entries) {
    inForce(version, Instant.EPOCH, entries);
  }

  /** From now on this version is in force, published and received at this time. */
  public void inForce(int version, Instant at, PermittedInquiry... entries) {
    PermissionMatchingList list = new PermissionMatchingList(version, at, List.of(entries));
    database.transactions().run(entries[0].inquirer(), () -> store.insert(list, new byte[32], at));
    lists.refresh();
  }
}
