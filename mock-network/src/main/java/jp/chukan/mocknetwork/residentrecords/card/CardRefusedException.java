package jp.chukan.mocknetwork.residentrecords.card;

import jp.chukan.mocknetwork.link.Fault;

/** The counter does not do with a card what was asked. */
public final class CardRefusedException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;
  private final Fault fault;

  CardRefusedException(Fault fault) {
    super("the counter refuses: " + fault);
    this.fault = fault;
  }

  /** Why. */
  public Fault fault() {
    return fault;
  }
}
