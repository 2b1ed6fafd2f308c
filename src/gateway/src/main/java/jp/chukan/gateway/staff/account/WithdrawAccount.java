package jp.chukan.gateway.staff.account;

import static jp.chukan.gateway.staff.StaffRole.ADMINISTRATOR;
import static jp.chukan.gateway.staff.StaffRole.APPROVER;

import jp.chukan.contract.code.UserId;
import jp.chukan.gateway.staff.StaffIdentity;
import jp.chukan.gateway.staff.account.AccountOutcome.Refused;
import org.springframework.stereotype.Component;

/**
 * Takes an application for an account, or for a change of one, back; only who applied can.
 *
 * <p>Refused with {@link AccountRefusal#NOT_ALLOWED}, {@code UNKNOWN}, {@code NOT_WAITING}.
 */
@Component
public final class WithdrawAccount {
  private final PutBackAccount before;
  private final AccountDoor door;

  WithdrawAccount(PutBackAccount before, AccountDoor door) {
    this.before = before;
    this.door = door;
  }

  /**
   * @param applicant who had applied
   * @param user whose account
   */
  public AccountOutcome withdraw(StaffIdentity applicant, UserId user) {
    if (!applicant.mayActAs(APPROVER) && !applicant.mayActAs(ADMINISTRATOR)) {
      return new Refused(AccountRefusal.NOT_ALLOWED);
    }
    return door.open(applicant, user, waiting -> decide(applicant, waiting));
  }

  private AccountOutcome decide(StaffIdentity applicant, StaffAccount waiting) {
    if (!waiting.appliedBy().equals(applicant.user().value())) {
      return new Refused(AccountRefusal.NOT_ALLOWED);
    }
    if (waiting.state() != AccountState.PENDING) {
      return new Refused(AccountRefusal.NOT_WAITING);
    }
    return before.putBack(applicant, waiting, AccountEvent.Kind.WITHDRAWN, null);
  }
}
