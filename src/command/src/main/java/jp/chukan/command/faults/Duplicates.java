package jp.chukan.command.faults;

import java.io.IOException;

/** The network delivers each request several times at once. */
record Duplicates(int deliveries) implements Fault {
  @Override
  public String name() {
    return "duplicates";
  }

  @Override
  public String meaning() {
    return "each request delivered %d times at once".formatted(deliveries);
  }

  @Override
  public void strike(FaultScene scene) throws IOException {
    scene.stopLoad();
    scene.beginLoad(deliveries);
  }

  @Override
  public void heal(FaultScene scene) throws IOException {
    scene.stopLoad();
    scene.beginLoad(1);
  }
}
