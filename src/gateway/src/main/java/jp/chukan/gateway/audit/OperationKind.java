package jp.chukan.gateway.audit;

/** What was done. */
public enum OperationKind {
  /** Somebody signed in. */
  LOGIN,
  /** Somebody tried to, and was not let in. */
  LOGIN_FAILED,
  /** Somebody signed out, or was signed out after idling. */
  LOGOUT,
  /** A page or answer showed personal data. */
  VIEW,
  /** A held case was prepared, approved, returned or otherwise decided. */
  DECISION,
  /** Records left the console as a file (JN-37). */
  EXPORT,
  /** An account, its roles or its keys changed. */
  ACCOUNT,
  /** A grant was applied for, given or revoked. */
  GRANT,
  /** A list, a master or the configuration changed. */
  CONFIGURATION,
  /** A 「ジョブ」 was run by hand, or ended. */
  JOB
}
