package jp.chukan.mocknetwork.coresystem;

/** What can be made to go wrong with one exchange. */
public enum ExchangeFault {
  /** The permit is past its time. */
  EXPIRED_PERMIT,
  /** The signed permit was altered after signing. */
  TAMPERED_PERMIT,
  /** The permit was issued to another inquirer, for another exchange. */
  FOREIGN_PERMIT,
  /** A permit that was used before, under a new 処理通番. */
  REPLAYED_PERMIT,
  /** A well-signed permit for this exchange under the number of one that was used before. */
  REUSED_PERMIT_ID,
  /** No permit. */
  MISSING_PERMIT,
  /** The path leads to another inquirer. */
  MISMATCHED_PATH,
  /** No path. */
  MISSING_PATH,
  /** The certificate of another inquirer. */
  WRONG_KEY,
  /** A certificate that is not made for encryption. */
  UNSUITABLE_KEY,
  /** No certificate. */
  MISSING_KEY,
  /** The signature over the whole request was altered. */
  FORGED_SIGNATURE,
  /** The request is held back for a while. */
  DELAY,
  /** The connection breaks in the middle of the request; it is sent again afterwards. */
  DROPPED_CONNECTION,
  /** A later request overtakes this one. */
  REORDER
}
