package jp.chukan.mocknetwork.scenario;

import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.Fault;
import jp.chukan.mocknetwork.link.RefusedCallException;
import jp.chukan.mocknetwork.scenario.Scene.ProvokedRefusal;

/** Does what must be refused. */
public final class Provoking {
  private Provoking() {}

  /**
   * Sends what a system must not take.
   *
   * @param by who must refuse it
   * @param message kind of message
   * @param fault why it must
   * @param call sends it
   * @throws SceneFailedException when it was taken, or refused for another reason
   */
  public static ProvokedRefusal refusal(
      CountrySystem by, String message, Fault fault, Runnable call) {
    try {
      call.run();
    } catch (RefusedCallException refused) {
      if (refused.fault() == fault) {
        return new ProvokedRefusal(by, message, fault);
      }
      throw new SceneFailedException(
          "%s refused %s for %s, not for %s".formatted(by, message, refused.fault(), fault));
    }
    throw new SceneFailedException("%s took %s".formatted(by, message));
  }
}
