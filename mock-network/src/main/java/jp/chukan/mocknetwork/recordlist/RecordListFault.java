package jp.chukan.mocknetwork.recordlist;

/** What can be made to go wrong with the lists of exchanges. */
public enum RecordListFault {
  /** The network's record of the first exchange is left out. */
  NETWORK_LEFT_OUT,
  /** The other party's record of the first exchange is left out. */
  PARTY_LEFT_OUT,
  /** The network has a record of an exchange that never was. */
  ADDED,
  /** The network's record of the first exchange has another time. */
  OTHER_TIME,
  /** The network's record of the first exchange has another outcome. */
  OTHER_OUTCOME,
  /** The other party's record of the first exchange has another outcome. */
  PARTY_OUTCOME,
  /** The list is of another period than was asked for. */
  OTHER_PERIOD,
  /** The signature was altered. */
  FORGED_SIGNATURE
}
