package jp.chukan.command.faults;

import java.time.Duration;

/** Everything that a link carries is late, in both directions. */
record LinkDelay(Way way, Duration each) implements Fault {
  @Override
  public String name() {
    return "delay-" + way.word();
  }

  @Override
  public String meaning() {
    return "%s: each piece %d ms late, both ways".formatted(way.words(), each.toMillis());
  }

  @Override
  public void strike(FaultScene scene) {
    way.of(scene.links()).delay(each);
  }

  @Override
  public void heal(FaultScene scene) {
    way.of(scene.links()).delay(Duration.ZERO);
  }
}
