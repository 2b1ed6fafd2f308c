package jp.chukan.command.installation.hosts;

import java.util.List;

/** Every host is this machine. */
enum ThisMachine implements Hosts {
  INSTANCE;

  @Override
  public String address(String host) {
    return "127.0.0.1";
  }

  @Override
  public String name(String host) {
    return "localhost";
  }

  @Override
  public List<String> on(String host, List<String> command) {
    return command;
  }

  @Override
  public List<String> javaFlags() {
    return List.of();
  }

  @Override
  public boolean areApart() {
    return false;
  }

  /** Nothing was made. */
  @Override
  public void close() {}
}
