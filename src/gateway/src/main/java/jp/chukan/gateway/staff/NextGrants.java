package jp.chukan.gateway.staff;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.UserId;
import jp.chukan.gateway.kernel.JapanDay;
import org.springframework.stereotype.Component;

/**
 * Makes the next set of grants out of the one in force, one grant more or less; in the open
 * transaction of the institution. The set before stays as it was (JN-36). What ended before the
 * running fiscal year stays behind in the former sets.
 */
@Component
public class NextGrants {
  private final GrantStore store;

  NextGrants(GrantStore store) {
    this.store = store;
  }

  /** Holds off every other change of this institution's grants until the transaction ends. */
  public void lock(InstitutionCode institution) {
    store.lock(institution);
  }

  /** A grant as a page showed it, in force or not. */
  public Optional<StoredGrant> find(int set, int position) {
    return store.find(set, position);
  }

  /** The same grant with the same days, when it is in force. */
  public Optional<StoredGrant> inForce(Grant grant) {
    return store.inForceLike(grant).stream()
        .filter(
            one -> one.grant().from().equals(grant.from()) && one.grant().to().equals(grant.to()))
        .findFirst();
  }

  /** Whether the person has the same on one of these days already. */
  public boolean overlaps(Grant grant) {
    List<StoredGrant> same = store.inForceLike(grant);
    return same.stream().map(StoredGrant::grant).anyMatch(grant::overlaps);
  }

  /**
   * @param application number under which somebody had applied for it
   * @return number of the set that is in force now
   */
  public int give(
      InstitutionCode institution, Grant grant, long application, UserId by, Instant at) {
    int number = store.insertNext(institution, 0, firstDay(at), 1, by.value(), at);
    store.add(institution, number, grant, application);
    return number;
  }

  /**
   * @param grant of the set in force
   * @return number of the set that is in force now
   */
  public int take(InstitutionCode institution, StoredGrant grant, UserId by, Instant at) {
    return store.insertNext(institution, grant.position(), firstDay(at), 0, by.value(), at);
  }

  private static LocalDate firstDay(Instant at) {
    return FiscalYear.of(JapanDay.of(at)).firstDay();
  }
}
