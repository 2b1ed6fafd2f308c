package jp.chukan.gateway.staff.account;

import jp.chukan.contract.error.ErrorCode;

/** Why a change of an account did not take effect. */
public enum AccountRefusal {
  /** Neither as strong a role as this needs, nor proven by a passkey. */
  NOT_ALLOWED(ErrorCode.SCM_ACCOUNT_NOT_ALLOWED),
  /** No such account in the institution. */
  UNKNOWN(ErrorCode.SCM_ACCOUNT_UNKNOWN),
  /** The id belongs to a person already (JN-16). */
  EXISTS(ErrorCode.SCM_USER_EXISTS),
  /** Something of this account waits for approval. */
  WAITING(ErrorCode.SCM_ACCOUNT_WAITING),
  /** Nothing waits for approval. */
  NOT_WAITING(ErrorCode.SCM_ACCOUNT_NOT_WAITING),
  /** Applicant and approver are the same person, or the person itself (JN-14). */
  SAME_PERSON(ErrorCode.SCM_ACCOUNT_SAME_PERSON),
  /** Roles that one account cannot have together, or not in this institution (MS-93). */
  ROLES(ErrorCode.SCM_ACCOUNT_ROLES),
  /** A name or reason that is empty or too long. */
  TEXT(ErrorCode.SCM_ACCOUNT_TEXT),
  /** There is an administrator, who does what the one-time code would do. */
  ADMINISTRATOR_EXISTS(ErrorCode.SCM_ADMINISTRATOR_EXISTS),
  /** A one-time code, institution and id that do not belong together, or too late. */
  CODE(ErrorCode.SCM_ACCOUNT_CODE),
  /** A password that does not follow the rule. */
  PASSWORD(ErrorCode.SCM_ACCOUNT_PASSWORD),
  /** No lock to lift. */
  NOT_LOCKED(ErrorCode.SCM_ACCOUNT_NOT_LOCKED);

  private final ErrorCode code;

  AccountRefusal(ErrorCode code) {
    this.code = code;
  }

  /** Its row of the catalogue. */
  public ErrorCode code() {
    return code;
  }

  /** What the person is told. */
  public String message() {
    return code.message();
  }
}
