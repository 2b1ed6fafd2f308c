package jp.chukan.gateway.staff.account;

import static jp.chukan.gateway.staff.StaffRole.ADMINISTRATOR;

import jp.chukan.contract.code.UserId;
import jp.chukan.gateway.staff.StaffIdentity;
import jp.chukan.gateway.staff.account.AccountOutcome.Refused;
import org.springframework.stereotype.Component;

/**
 * Turns down an application for an account or for a change of one (JN-14): an account that was in
 * use is again as it stood, with its password and passkeys.
 *
 * <p>Refused with {@link AccountRefusal#NOT_ALLOWED}, {@code TEXT}, {@code UNKNOWN}, {@code
 * NOT_WAITING}, {@code SAME_PERSON}: who applied withdraws instead.
 */
@Component
public final class RefuseAccount {
  private final PutBackAccount before;
  private final AccountDoor door;

  RefuseAccount(PutBackAccount before, AccountDoor door) {
    this.before = before;
    this.door = door;
  }

  /**
   * @param administrator of the institution
   * @param user whose account
   * @param reason why, up to 200 characters
   */
  public AccountOutcome refuse(StaffIdentity administrator, UserId user, String reason) {
    if (!administrator.mayActAs(ADMINISTRATOR)) {
      return new Refused(AccountRefusal.NOT_ALLOWED);
    }
    if (!Application.isReason(reason)) {
      return new Refused(AccountRefusal.TEXT);
    }
    return door.open(administrator, user, waiting -> decide(administrator, waiting, reason));
  }

  private AccountOutcome decide(StaffIdentity administrator, StaffAccount waiting, String reason) {
    if (waiting.state() != AccountState.PENDING) {
      return new Refused(AccountRefusal.NOT_WAITING);
    }
    String who = administrator.user().value();
    if (waiting.appliedBy().equals(who) || waiting.user().equals(administrator.user())) {
      return new Refused(AccountRefusal.SAME_PERSON);
    }
    return before.putBack(administrator, waiting, AccountEvent.Kind.REFUSED, reason);
  }
}
