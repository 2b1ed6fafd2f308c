package jp.chukan.gateway.job;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Tells nodes apart for people. */
final class MachineName {
  private MachineName() {}

  static String ofThisMachine() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "localhost";
    }
  }
}
