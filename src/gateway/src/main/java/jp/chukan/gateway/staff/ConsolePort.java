package jp.chukan.gateway.staff;

/** Where browsers are answered. */
public interface ConsolePort {

  /** The port as it is, also when any free one was asked for. */
  int number();
}
