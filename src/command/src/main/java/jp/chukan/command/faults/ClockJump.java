package jp.chukan.command.faults;

import java.io.IOException;
import java.time.Duration;

/**
 * The clock of the gateway is wrong; those of the network and of the database are right. Permits
 * may be refused as expired or not valid yet.
 */
record ClockJump(Duration by) implements Fault {
  @Override
  public String name() {
    return by.isNegative() ? "clock-behind" : "clock-ahead";
  }

  @Override
  public String meaning() {
    return "clock of the gateway %d minutes %s"
        .formatted(by.abs().toMinutes(), by.isNegative() ? "behind" : "ahead");
  }

  @Override
  public boolean mayRefuse() {
    return true;
  }

  @Override
  public void strike(FaultScene scene) throws IOException {
    set(scene, by);
  }

  @Override
  public void heal(FaultScene scene) throws IOException {
    set(scene, Duration.ZERO);
  }

  private static void set(FaultScene scene, Duration by) throws IOException {
    scene.management().post("/actuator/clock", order -> order.put("seconds", by.toSeconds()));
  }
}
