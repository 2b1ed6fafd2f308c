package jp.chukan.gateway.staff.session;

import java.time.Instant;
import java.time.InstantSource;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.kernel.JobProgress;
import jp.chukan.gateway.staff.ConsoleSettings;
import jp.chukan.gateway.staff.account.ConsoleInstitutions;
import jp.chukan.gateway.staff.session.SessionLook.Over;
import jp.chukan.gateway.staff.session.SessionLook.Running;
import org.springframework.stereotype.Component;

/**
 * Running sessions. Each request looks its own up anew, so that what was disabled, changed or left
 * idle has ended by the next click (JN-24, JN-35, MU-02, MU-06).
 */
@Component("staffSessions")
public class StaffSessions {
  private final SessionStore store;
  private final SessionJournal journal;
  private final ConsoleInstitutions institutions;
  private final ConsoleSettings settings;
  private final InstitutionTransactions transactions;
  private final InstantSource clock;

  StaffSessions(
      SessionStore store,
      SessionJournal journal,
      ConsoleInstitutions institutions,
      ConsoleSettings settings,
      InstitutionTransactions transactions,
      InstantSource clock) {
    this.store = store;
    this.journal = journal;
    this.institutions = institutions;
    this.settings = settings;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Looks a session up for a request.
   *
   * @param byPerson whether a person asked; what a page asks by itself keeps no session open
   */
  public SessionLook look(SessionKey key, boolean byPerson) {
    return transactions.within(
        key.institution(),
        () -> {
          Instant now = clock.instant();
          return store
              .findRunning(key, now.minus(settings.idle()))
              .map(session -> running(session, byPerson, now))
              .orElseGet(() -> over(key, now));
        });
  }

  private SessionLook running(StaffSession session, boolean byPerson, Instant now) {
    if (byPerson) {
      store.see(session.key(), now);
    }
    return new Running(session);
  }

  private SessionLook over(SessionKey key, Instant now) {
    store
        .end(key, SessionEnd.IDLE, now)
        .ifPresent(ended -> journal.logout(key.institution(), ended, now));
    return new Over(store.findEnd(key).orElse(SessionEnd.REVOKED));
  }

  /** The person signs out; doing so again does nothing. */
  public void signOut(SessionKey key) {
    transactions.run(
        key.institution(),
        () -> {
          Instant now = clock.instant();
          store
              .end(key, SessionEnd.SIGNED_OUT, now)
              .ifPresent(ended -> journal.logout(key.institution(), ended, now));
        });
  }

  /**
   * A passkey has proven the person of this session (JN-20); in the open transaction.
   *
   * @param function as the 「操作ログ」 names it
   */
  public void prove(StaffSession session, String function) {
    Instant now = clock.instant();
    store.prove(session.key(), now);
    journal.login(session.identity().institution(), session.identity().user(), function, now);
  }

  /** A passkey did not prove the person; in the open transaction. */
  public void failToProve(StaffSession session, String function) {
    journal.failed(
        session.identity().institution(), session.identity().user(), function, clock.instant());
  }

  /** Ends what was left idle and never came back, of every institution. */
  public void endIdle(JobProgress progress) {
    for (InstitutionCode institution : institutions.codes()) {
      endIdle(institution, progress);
    }
  }

  private void endIdle(InstitutionCode institution, JobProgress progress) {
    transactions.run(
        institution,
        () -> {
          Instant now = clock.instant();
          store
              .endIdle(now.minus(settings.idle()), now)
              .forEach(
                  ended -> {
                    journal.logout(institution, ended, now);
                    progress.done(1);
                  });
        });
  }
}
