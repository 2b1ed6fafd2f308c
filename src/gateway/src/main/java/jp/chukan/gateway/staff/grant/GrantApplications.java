package jp.chukan.gateway.staff.grant;

import java.util.List;
import java.util.Optional;
import jp.chukan.contract.code.UserId;
import org.springframework.stereotype.Component;

/** Shows applications for grants; in the open transaction of the institution. */
@Component
public class GrantApplications {
  private final GrantApplicationStore store;
  private final GrantJournal journal;

  GrantApplications(GrantApplicationStore store, GrantJournal journal) {
    this.store = store;
    this.journal = journal;
  }

  public Optional<GrantApplication> find(long number) {
    return store.find(number);
  }

  /** What waits for an administrator, the oldest first. */
  public List<GrantApplication> waiting(int skip, int most) {
    return store.waiting(skip, most);
  }

  /** What this person applied for, the newest first. */
  public List<GrantApplication> by(UserId applicant, int skip, int most) {
    return store.by(applicant, skip, most);
  }

  /** What became of the grants of a person, the first first. */
  public List<GrantEvent> history(UserId user) {
    return journal.of(user);
  }
}
