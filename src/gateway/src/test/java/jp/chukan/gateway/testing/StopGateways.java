package jp.chukan.gateway.testing;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Stops the servers after the last test, while their database still runs: on the way out of the
 * virtual machine both would stop at once, and the servers would wait for the database.
 */
public final class StopGateways implements LauncherSessionListener {

  @Override
  public void launcherSessionClosed(LauncherSession session) {
    RunningGateway.stopAll();
  }
}
