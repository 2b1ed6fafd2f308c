package jp.chukan.mocknetwork.kiosk;

/** A キオスク端末 hands nothing out. */
public final class KioskRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final KioskRefusal refusal;

  KioskRefusedException(KioskRefusal refusal) {
    super("the kiosk refuses: " + refusal);
    this.refusal = refusal;
  }

  /** Why. */
  public KioskRefusal refusal() {
    return refusal;
  }
}
