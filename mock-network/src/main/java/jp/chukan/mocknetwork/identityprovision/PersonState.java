package jp.chukan.mocknetwork.identityprovision;

import jp.chukan.mocknetwork.identity.ChangeReason;

/** 生存状況 of a person: the number of the dead is handled like that of the living (MU-14, G:523). */
public enum PersonState {
  /** Has a 住民票. */
  RESIDENT,
  /** Has left, and no municipality that is known here has the person. */
  MOVED_AWAY,
  /** Lives abroad. */
  ABROAD,
  /** Is dead. */
  DEAD;

  static PersonState after(ChangeReason reason) {
    return switch (reason) {
      case MOVED_IN, MOVED_WITHIN, BORN, CORRECTED, NATURALISED -> RESIDENT;
      case MOVED_OUT -> MOVED_AWAY;
      case LEFT_THE_COUNTRY -> ABROAD;
      case DIED -> DEAD;
    };
  }
}
