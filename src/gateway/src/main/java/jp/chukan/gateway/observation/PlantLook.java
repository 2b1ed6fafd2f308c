package jp.chukan.gateway.observation;

import java.time.Instant;

/** One part of the plant, looked at as a whole or not at all. */
interface PlantLook {

  /** Its name among the measures. */
  String part();

  void look(PlantReading reading, Instant now);
}
