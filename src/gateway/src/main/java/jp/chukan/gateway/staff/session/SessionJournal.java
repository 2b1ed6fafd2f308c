package jp.chukan.gateway.staff.session;

import java.time.Instant;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.UserId;
import jp.chukan.gateway.audit.Operation;
import jp.chukan.gateway.audit.OperationKind;
import jp.chukan.gateway.audit.OperationLog;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps logins and logouts in the 「操作ログ」 (MS-70, MS-71), in the open transaction. */
@Component
class SessionJournal {
  private final OperationLog operations;

  SessionJournal(OperationLog operations) {
    this.operations = operations;
  }

  void login(InstitutionCode institution, UserId user, String function, Instant at) {
    append(institution, user, OperationKind.LOGIN, function, true, at);
  }

  /**
   * @param user null when there is no such account: what was typed may be anything, a password too
   */
  void failed(InstitutionCode institution, @Nullable UserId user, String function, Instant at) {
    append(institution, user, OperationKind.LOGIN_FAILED, function, false, at);
  }

  void logout(InstitutionCode institution, SessionStore.Ended ended, Instant at) {
    append(institution, ended.user(), OperationKind.LOGOUT, ended.end().function(), true, at);
  }

  private void append(
      InstitutionCode institution,
      @Nullable UserId user,
      OperationKind kind,
      String function,
      boolean succeeded,
      Instant at) {
    operations.append(
        new Operation(institution, user, kind, function, succeeded, null, null, null, at));
  }
}
