package jp.chukan.mocknetwork.scenario;

import java.util.List;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.Fault;
import jp.chukan.mocknetwork.link.RefusedCallException;
import jp.chukan.mocknetwork.scenario.Scene.ProvokedRefusal;

/** Does what must be refused. */
public final class Provoking {
  private Provoking() {}

  /**
   * The same, of a message that goes through several systems: each refuses it for what the last
   * says.
   *
   * @param by who must refuse it, each once
   */
  public static List<ProvokedRefusal> refusals(
      List<CountrySystem> by, String message, Fault fault, Runnable call) {
    refusal(by.getLast(), message, fault, call);
    return by.stream().map(one -> new ProvokedRefusal(one, message, fault)).toList();
  }

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
