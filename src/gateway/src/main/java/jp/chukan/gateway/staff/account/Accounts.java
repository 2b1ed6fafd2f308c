package jp.chukan.gateway.staff.account;

import java.util.List;
import java.util.Optional;
import jp.chukan.contract.code.UserId;
import org.springframework.stereotype.Component;

/** Shows the accounts of the institution whose transaction is open. */
@Component
public class Accounts {
  private final AccountStore store;
  private final AccountJournal journal;

  Accounts(AccountStore store, AccountJournal journal) {
    this.store = store;
    this.journal = journal;
  }

  /** Every account there ever was, by id. */
  public List<StaffAccount> all() {
    return store.all();
  }

  public Optional<StaffAccount> find(UserId user) {
    return store.find(user);
  }

  /** Holds off every other change of the account until the transaction ends. */
  public Optional<StaffAccount> lock(UserId user) {
    return store.lock(user);
  }

  /** What became of the account, the first first (JN-15). */
  public List<AccountEvent> history(UserId user) {
    return journal.of(user);
  }
}
