package jp.chukan.gateway.staff.account;

import org.jspecify.annotations.Nullable;

/** Outcome of a change of an account. */
public sealed interface AccountOutcome {

  /**
   * It took effect.
   *
   * @param account as it stands now
   * @param initial password to hand to the person, null where none was made
   */
  record Changed(StaffAccount account, @Nullable InitialPassword initial)
      implements AccountOutcome {}

  /** It did not, and everything is as before. */
  record Refused(AccountRefusal refusal) implements AccountOutcome {}
}
