package jp.chukan.mocknetwork.connection;

/**
 * What the intermediate server answered.
 *
 * @param status HTTP status
 * @param body body of the answer
 */
public record GatewayReply(int status, byte[] body) {
  public boolean isAccepted() {
    return status / 100 == 2;
  }

  /** A fault of the server or of the way to it: the same bytes may be accepted later. */
  public boolean isPassing() {
    return status >= 500;
  }
}
