package jp.chukan.command.faults;

import java.util.Locale;
import java.util.function.Consumer;
import jp.chukan.command.installation.Installation;

/** A part of an installation that is a process, or several that end together. */
enum Part {
  /** With the embedded broker. */
  GATEWAY(Installation::killGateway),
  DATABASE(Installation::killDatabase),
  NETWORK(Installation::killNetwork);

  private final Consumer<Installation> killing;

  Part(Consumer<Installation> killing) {
    this.killing = killing;
  }

  void kill(Installation installation) {
    killing.accept(installation);
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
