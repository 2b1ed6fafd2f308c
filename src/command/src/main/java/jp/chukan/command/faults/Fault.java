package jp.chukan.command.faults;

import java.io.IOException;
import java.util.Optional;

/** Something that goes wrong with a part of an installation, and ends again. */
interface Fault {
  /** What it is called on the command line. */
  String name();

  /** What happens, in a few words. */
  String meaning();

  /** Why it cannot be done on this machine; empty when it can. */
  default Optional<String> impossible(FaultScene scene) {
    return Optional.empty();
  }

  /** Whether the server is right to refuse lawful requests meanwhile, with a record of it. */
  default boolean mayRefuse() {
    return false;
  }

  /** Whether it needs disks of their own. */
  default boolean needsDisks() {
    return false;
  }

  void strike(FaultScene scene) throws IOException;

  /** Ends it: what died is started again, as its supervisor would. */
  void heal(FaultScene scene) throws IOException;
}
