package jp.chukan.gateway.staff.session;

import java.time.Instant;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.UserId;
import jp.chukan.gateway.staff.session.SessionStore.SignedInWith;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Begins a session of a person who has proven themselves, and ends their oldest when there are too
 * many; in the open transaction.
 */
@Component
final class BeginSession {
  /** Of one person at the same time. */
  static final int MOST = 10;

  private final SessionStore sessions;
  private final SessionJournal journal;

  BeginSession(SessionStore sessions, SessionJournal journal) {
    this.sessions = sessions;
    this.journal = journal;
  }

  /**
   * @param previous when the person signed in last, null for the first time
   */
  SessionKey begin(
      InstitutionCode institution,
      UserId user,
      SignedInWith how,
      @Nullable Instant previous,
      Instant at) {
    long number = sessions.insert(institution, user, how, previous, at);
    sessions.endOldest(user, MOST, at).forEach(ended -> journal.logout(institution, ended, at));
    return new SessionKey(institution.value(), number);
  }
}
