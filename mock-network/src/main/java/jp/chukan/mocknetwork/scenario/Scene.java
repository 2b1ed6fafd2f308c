package jp.chukan.mocknetwork.scenario;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.Fault;
import jp.chukan.mocknetwork.link.SystemKind;

/**
 * What a system does in a day beside what the events of residents make it do. Played once, after
 * all registers have been loaded.
 */
public interface Scene {
  /** Whose scene it is. */
  SystemKind system();

  /** When it is played. */
  LocalTime at();

  /** What happens, one line in Japanese; nothing about persons. */
  String title();

  /**
   * Plays it.
   *
   * @param now time of the day, by its quick clock
   * @return the refusals that it provoked on purpose: each stands in the log of communications
   * @throws SceneFailedException when something else came of it than must
   */
  List<ProvokedRefusal> play(Instant now);

  /**
   * A refusal that was wanted.
   *
   * @param by who refused
   * @param message kind of message
   * @param fault why
   */
  record ProvokedRefusal(CountrySystem by, String message, Fault fault) {}
}
