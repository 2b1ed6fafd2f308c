package jp.chukan.command.faults;

import java.io.IOException;

/** Connections of a link are reset, and new ones refused. */
record LinkCut(Way way) implements Fault {
  @Override
  public String name() {
    return "cut-" + way.word();
  }

  @Override
  public String meaning() {
    return way.words() + ": connections reset, new ones refused";
  }

  @Override
  public void strike(FaultScene scene) throws IOException {
    way.of(scene.links()).cut();
  }

  @Override
  public void heal(FaultScene scene) {
    way.of(scene.links()).restore();
  }
}
