package jp.chukan.contract.error;

import org.jspecify.annotations.Nullable;

/**
 * Input broke a rule while it was being read. Carries the refusal that the sender is told; its text
 * holds the code and the place, never the value.
 */
public final class InvalidInputException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final transient Refusal refusal;

  public InvalidInputException(Refusal refusal) {
    this(refusal, null);
  }

  public InvalidInputException(Refusal refusal, @Nullable Throwable cause) {
    super(describe(refusal), cause);
    this.refusal = refusal;
  }

  public static InvalidInputException of(ErrorCode code) {
    return new InvalidInputException(Refusal.of(code));
  }

  public static InvalidInputException at(ErrorCode code, String element) {
    return new InvalidInputException(Refusal.at(code, element));
  }

  public Refusal refusal() {
    return refusal;
  }

  private static String describe(Refusal refusal) {
    return refusal.code().id()
        + (refusal.record() == null ? "" : " record " + refusal.record())
        + (refusal.element() == null ? "" : " at " + refusal.element());
  }
}
