package jp.chukan.command.demo;

import java.io.IOException;

/** One thing that the demo shows. */
public interface DemoStep {

  /** What is shown, in a few words. */
  String title();

  /** Does it, and says what came of it. */
  StepOutcome run(DemoScene scene) throws IOException;

  /** Whether nothing after it makes sense when it failed. */
  default boolean isFoundation() {
    return false;
  }
}
