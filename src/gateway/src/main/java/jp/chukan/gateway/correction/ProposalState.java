package jp.chukan.gateway.correction;

/** How a proposal stands. */
public enum ProposalState {
  /** Entered, waits for two who check. */
  ENTERED(true),
  /** One has confirmed, waits for another. */
  CHECKED_ONCE(true),
  /** Two have confirmed, waits for an 「承認者」. */
  CHECKED(true),
  /** 「承認」: it took effect. */
  APPROVED(false),
  /** 「差戻し」: waits for whoever entered it. */
  RETURNED(true),
  /** 「取下げ」 by whoever entered it. */
  WITHDRAWN(false);

  private final boolean open;

  ProposalState(boolean open) {
    this.open = open;
  }

  /** Whether anything can still become of it. */
  public boolean isOpen() {
    return open;
  }
}
