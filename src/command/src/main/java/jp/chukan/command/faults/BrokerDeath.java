package jp.chukan.command.faults;

import java.io.IOException;

/** The broker inside the gateway is away; the gateway is not. */
record BrokerDeath() implements Fault {
  @Override
  public String name() {
    return "stop-broker";
  }

  @Override
  public String meaning() {
    return "embedded broker stopped under the running gateway, started again from its journal";
  }

  @Override
  public void strike(FaultScene scene) throws IOException {
    scene.management().post("/actuator/broker", order -> order.put("action", "stop"));
  }

  @Override
  public void heal(FaultScene scene) throws IOException {
    scene.management().post("/actuator/broker", order -> order.put("action", "start"));
  }
}
