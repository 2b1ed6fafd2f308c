package jp.chukan.mocknetwork.coresystem;

/** What can be made to go wrong with the publication of a list. */
public enum ListFault {
  /** The signature was altered. */
  FORGED_SIGNATURE,
  /** The content was altered after signing. */
  TAMPERED_CONTENT,
  /** No entries. */
  EMPTY,
  /** An entry ends before it begins. */
  WRONG_PERIOD,
  /** Something else than a list, well signed. */
  NOT_A_LIST
}
