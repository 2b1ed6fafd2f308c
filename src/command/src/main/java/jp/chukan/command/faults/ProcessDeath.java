package jp.chukan.command.faults;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Parts are killed with SIGKILL, one right after the other, stay away for a while, and are started
 * again at the same time.
 */
record ProcessDeath(List<Part> parts) implements Fault {
  ProcessDeath {
    parts = List.copyOf(parts);
  }

  @Override
  public String name() {
    return "kill-" + parts.stream().map(Part::word).collect(Collectors.joining("-and-"));
  }

  @Override
  public String meaning() {
    return "kill -9 of "
        + parts.stream().map(Part::word).collect(Collectors.joining(" and "))
        + ", started again later";
  }

  @Override
  public void strike(FaultScene scene) {
    parts.forEach(part -> part.kill(scene.installation()));
  }

  @Override
  public void heal(FaultScene scene) throws IOException {
    scene.supervise();
  }
}
