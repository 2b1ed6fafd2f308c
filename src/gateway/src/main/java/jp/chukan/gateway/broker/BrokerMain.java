package jp.chukan.gateway.broker;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.function.IntConsumer;
import org.apache.activemq.artemis.core.config.FileDeploymentManager;
import org.apache.activemq.artemis.core.config.impl.FileConfiguration;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs one broker as {@code deploy/broker} describes it, until it is told to end. Of two with the
 * same data the one that holds the lock of the store is active; the other waits for it.
 *
 * <pre>
 * java -Dchukan.broker.configuration=FOLDER -Dchukan.broker.data=FOLDER
 *      -Dchukan.keys.directory=FOLDER [-Dchukan.broker.host=ADDRESS] [-Dchukan.broker.port=PORT]
 *      -cp gateway.jar jp.chukan.gateway.broker.BrokerMain
 * </pre>
 *
 * <p>The password of the key files is the file {@code password} of the folder of keys.
 */
public final class BrokerMain {
  private static final Logger log = LoggerFactory.getLogger(BrokerMain.class);

  private static final String LOGIN = "gateway";
  private static final int SECRET_BYTES = 24;

  /** EX_IOERR. */
  static final int BROKEN_JOURNAL = 74;

  private BrokerMain() {}

  public static void main(String[] arguments) throws Exception {
    quiet();
    Path configuration = Path.of(setting("chukan.broker.configuration")).toAbsolutePath();
    Path password = Path.of(setting("chukan.keys.directory")).resolve("password");
    System.setProperty("chukan.keys.password", Files.readString(password).strip());
    System.setProperty(
        "java.security.auth.login.config", configuration.resolve("login.config").toString());
    EmbeddedActiveMQ broker = broker(configuration.resolve("broker.xml"));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(broker), "stop broker"));
    onBrokenJournal(broker, Runtime.getRuntime()::halt);
    // does not return before the lock of the store is held
    broker.start();
    log.info("the broker is active");
  }

  /** Every session would be a line; a journal is opened with details for nobody. */
  private static void quiet() {
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
      context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.INFO);
      context.getLogger("org.apache.activemq.audit").setLevel(Level.OFF);
    }
  }

  private static EmbeddedActiveMQ broker(Path file) throws Exception {
    FileConfiguration configuration = new FileConfiguration();
    new FileDeploymentManager(file.toUri().toString())
        .addDeployable(configuration)
        .readConfiguration();
    // whoever knows it may do everything; no other broker connects to this one, so nobody does
    configuration.setClusterPassword(nobodyKnows());
    return new EmbeddedActiveMQ()
        .setConfiguration(configuration)
        .setSecurityManager(new ActiveMQJAASSecurityManager(LOGIN, LOGIN));
  }

  /**
   * A broker whose disk is full or broken stops, because what it cannot write down it must not
   * promise. Its process goes with it, at once, so that whoever started it starts it again.
   *
   * @param halt ends the process with an exit code
   */
  static void onBrokenJournal(EmbeddedActiveMQ broker, IntConsumer halt) throws Exception {
    broker.createActiveMQServer();
    broker
        .getActiveMQServer()
        .registerIOCriticalErrorListener(
            (cause, message, file) -> {
              log.error("the journal cannot be written", cause);
              halt.accept(BROKEN_JOURNAL);
            });
  }

  private static String nobodyKnows() {
    byte[] secret = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(secret);
    return HexFormat.of().formatHex(secret);
  }

  private static String setting(String name) {
    String value = System.getProperty(name);
    if (value == null) {
      throw new IllegalArgumentException("-D" + name + " is missing");
    }
    return value;
  }

  private static void stop(EmbeddedActiveMQ broker) {
    try {
      broker.stop();
    } catch (Exception e) { // declared so by the broker
      log.error("the broker did not stop in good order: {}", e.getClass().getName());
    }
  }
}
