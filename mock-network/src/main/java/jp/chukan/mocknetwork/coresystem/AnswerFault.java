package jp.chukan.mocknetwork.coresystem;

/** What can be made to go wrong with the answer to an inquiry of a served municipality. */
public enum AnswerFault {
  /** It comes late. */
  LATE(false),
  /** It comes twice, with the same bytes. */
  DOUBLE(false),
  /** After it comes another one, with other content. */
  CONFLICTING(true),
  /** It names another inquirer. */
  FOREIGN(false),
  /** It names an exchange for which nobody asked. */
  UNASKED(false),
  /** One byte of the envelope was altered before the provider signed the answer. */
  TAMPERED_ENVELOPE(true),
  /** One byte of the network's message was altered after signing. */
  TAMPERED_WRAPPER(false),
  /** Another provider signed it. */
  OTHER_SIGNER(true),
  /** It holds other items than were asked for. */
  OTHER_ITEMS(true),
  /** Its path leads to another inquirer. */
  WRONG_PATH(false),
  /** The permit with it is past its time. */
  EXPIRED_PERMIT(false);

  private final boolean madeByProvider;

  AnswerFault(boolean madeByProvider) {
    this.madeByProvider = madeByProvider;
  }

  /** Whether it is in what the provider signs, not in what the network puts around it. */
  public boolean isMadeByProvider() {
    return madeByProvider;
  }
}
