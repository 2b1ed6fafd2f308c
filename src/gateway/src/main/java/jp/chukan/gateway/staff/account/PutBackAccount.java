package jp.chukan.gateway.staff.account;

import java.time.Instant;
import java.time.InstantSource;
import jp.chukan.contract.code.UserId;
import jp.chukan.gateway.staff.StaffIdentity;
import jp.chukan.gateway.staff.account.AccountOutcome.Changed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Ends what waits for approval without approving it: an account that was in use is again as it
 * stood, one that was not is disabled. In the open transaction that holds the account.
 */
@Component
final class PutBackAccount {
  private final AccountStore store;
  private final AccountJournal journal;
  private final InstantSource clock;

  PutBackAccount(AccountStore store, AccountJournal journal, InstantSource clock) {
    this.store = store;
    this.journal = journal;
    this.clock = clock;
  }

  AccountOutcome putBack(
      StaffIdentity by, StaffAccount waiting, AccountEvent.Kind kind, @Nullable String reason) {
    UserId user = waiting.user();
    Instant now = clock.instant();
    if (!store.restore(user)) {
      store.disable(user, reason == null ? kind.japanese() : reason, by.user().value(), now);
    }
    journal.keep(
        waiting.institution(),
        user,
        waiting.roles(),
        kind,
        reason,
        by.user(),
        by.user().value(),
        now);
    return new Changed(store.find(user).orElseThrow(), null);
  }
}
