package jp.chukan.mocknetwork.link;

/**
 * What a system does with one kind of message.
 *
 * @param <M> the message
 * @param <R> what the sender gets
 */
@FunctionalInterface
public interface Handler<M, R> {
  /**
   * Takes a message whose form is right.
   *
   * @param from the system whose certificate the connection has
   * @throws RefusedCallException when it is not taken; nothing has changed then
   */
  R take(CountrySystem from, M message);
}
