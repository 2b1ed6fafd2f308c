package jp.chukan.gateway.routing;

import jp.chukan.gateway.kernel.FaultPlace;
import org.apache.activemq.artemis.core.server.ActiveMQServer.SERVER_STATE;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Starts the embedded broker again, from its journal, when it has stopped by itself: it does so
 * when its disk is full, because what it cannot write down it must not promise. An external broker
 * is started again by whoever runs it.
 */
@Component
@Profile("!production")
final class EmbeddedBroker implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(EmbeddedBroker.class);
  private static final long LOOK_MILLIS = 1_000;

  private final EmbeddedActiveMQ broker;
  private boolean wanted = true;
  private boolean watched;
  private boolean failing;

  EmbeddedBroker(EmbeddedActiveMQ broker) {
    this.broker = broker;
  }

  /** Stops it until it is told to start. */
  synchronized void stopBroker() throws Exception {
    wanted = false;
    broker.stop();
  }

  /** Starts it from its journal. */
  synchronized void startBroker() throws Exception {
    wanted = true;
    broker.start();
  }

  /** Begins to watch; the broker itself runs since it was made. */
  @Override
  public synchronized void start() {
    watched = true;
    Thread.ofVirtual().name("embedded-broker").start(this::watch);
  }

  private synchronized void watch() {
    while (watched) {
      if (wanted && broker.getActiveMQServer().getState() == SERVER_STATE.STOPPED) {
        startAgain();
      }
      try {
        wait(LOOK_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private void startAgain() {
    try {
      broker.start();
      log.warn("the broker had stopped and runs again");
      failing = false;
    } catch (Exception e) { // declared so by the broker
      tellWhy(e);
      giveUp();
    }
  }

  /** The whole of it once: the log may lie on the disk that is full. */
  private void tellWhy(Exception e) {
    if (failing) {
      log.warn("the broker still does not start: {}", FaultPlace.of(e));
    } else {
      log.warn("the broker has stopped and does not start", e);
      failing = true;
    }
  }

  /** What has half started holds the lock of the journal. */
  private void giveUp() {
    try {
      broker.stop();
    } catch (Exception e) { // declared so by the broker
      log.warn("a broker that did not start does not stop either", e);
    }
  }

  @Override
  public synchronized void stop() {
    watched = false;
    notifyAll();
  }

  @Override
  public synchronized boolean isRunning() {
    return watched;
  }
}
