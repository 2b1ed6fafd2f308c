package jp.chukan.gateway.kernel;

/**
 * What a log may say of a fault: its class and place, without its text, which may quote what came.
 */
public final class FaultPlace {
  private FaultPlace() {}

  /**
   * @return the name of the class, and the line that threw it where that is known
   */
  public static String of(Throwable fault) {
    StackTraceElement[] trace = fault.getStackTrace();
    return trace.length == 0
        ? fault.getClass().getName()
        : fault.getClass().getName() + " " + trace[0];
  }
}
