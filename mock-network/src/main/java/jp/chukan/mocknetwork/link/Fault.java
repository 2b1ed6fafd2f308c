package jp.chukan.mocknetwork.link;

/** Why a system does not take a message. */
public enum Fault {
  /** Not the form of this message, or a field that it does not have (JN-05, JN-08). */
  MALFORMED(400),
  /** There is no link between the two: the handshake ended (MU-19, I:351). */
  FORBIDDEN_LINK(403),
  /** The caller may not send this kind of message (JN-09). */
  FORBIDDEN_SENDER(403),
  /** What belongs to another tenant (委託区画, T:2143). */
  ANOTHER_TENANT(403),
  /** A person must do it, another one than who prepared it (T:2143). */
  NO_PERSON(403),
  /** Not for this 事務 (JN-36). */
  FORBIDDEN_AFFAIR(403),
  /** Nobody, or nothing, of this name. */
  UNKNOWN(404),
  /** There already: 転入 of somebody who lives here (JN-04). */
  ALREADY_PRESENT(409),
  /** 消除 of somebody who is 消除 (JN-06). */
  ALREADY_REMOVED(409),
  /** An older version than what is known, or one that was superseded (MU-16). */
  SUPERSEDED(409),
  /** Over before it was asked for: a card, or a permission to stay. */
  EXPIRED(410),
  /** Changes more than its kind of event may change (JN-04). */
  CHANGES_TOO_MUCH(422),
  /** 個人番号 and person do not belong together (JN-39). */
  NUMBER_OF_ANOTHER(422),
  /** A search with less than two of what it needs (JN-10). */
  TOO_FEW_CONDITIONS(400),
  /** Locked by 支援措置 (MU-05), or lost. */
  LOCKED(423),
  /** Not here and now: the system does not run. */
  NOT_READY(503);

  private final int status;

  Fault(int status) {
    this.status = status;
  }

  int status() {
    return status;
  }
}
