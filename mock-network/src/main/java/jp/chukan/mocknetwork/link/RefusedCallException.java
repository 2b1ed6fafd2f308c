package jp.chukan.mocknetwork.link;

/**
 * A system does not take a message: thrown where it is checked, and again where it was sent from.
 */
public final class RefusedCallException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final Fault fault;
  private final String place;

  /**
   * @param fault what is wrong
   * @param place where: name of a field, or the kind of message; never a value
   */
  public RefusedCallException(Fault fault, String place) {
    super(fault + " at " + place);
    this.fault = fault;
    this.place = place;
  }

  /** What is wrong. */
  public Fault fault() {
    return fault;
  }

  /** Where it is wrong: name of a field, or the kind of message. */
  public String place() {
    return place;
  }
}
