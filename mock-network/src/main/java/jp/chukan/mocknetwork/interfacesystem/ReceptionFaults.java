package jp.chukan.mocknetwork.interfacesystem;

import java.time.Duration;
import org.springframework.stereotype.Component;

/** What goes wrong, on demand, when the intermediate server delivers an answer here. */
@Component
public final class ReceptionFaults {
  /** Kind of fault. */
  public enum Kind {
    NONE,
    /** The answer is taken after a while. */
    DELAY,
    /** The answer is taken, and the connection breaks before the receipt is through. */
    DROP,
    /** The answer is not taken: not ready. */
    ERROR
  }

  /**
   * A fault and how long it lasts.
   *
   * @param kind what goes wrong
   * @param remaining how many more answers it meets
   * @param delay how long {@link Kind#DELAY} holds an answer
   */
  public record Fault(Kind kind, int remaining, Duration delay) {
    static final Fault NOTHING = new Fault(Kind.NONE, 0, Duration.ZERO);
  }

  private Fault current = Fault.NOTHING;

  public synchronized void set(Fault fault) {
    current = fault;
  }

  /** The fault that meets the answer arriving now. */
  synchronized Fault next() {
    if (current.remaining() <= 0) {
      return Fault.NOTHING;
    }
    Fault fault = current;
    current = new Fault(fault.kind(), fault.remaining() - 1, fault.delay());
    return fault;
  }
}
