package jp.chukan.peer;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import com.helger.base.debug.GlobalDebug;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.concurrent.Callable;
import jp.chukan.peer.Deliveries.Tally;
import org.apache.catalina.LifecycleException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures phase4 with itself; the result is one JSON object on stdout, all else on stderr. */
@Command(name = "peer", description = "Measure the AS4 stack phase4, sending and receiving.")
final class PeerCommand implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(PeerCommand.class);
  private static final int INVALID = 1;

  @Option(names = "--keys", paramLabel = "FOLDER", required = true, description = "keys of a run")
  private Path keys = Path.of("keys");

  @Option(names = "--payload", paramLabel = "BYTES", defaultValue = "2048")
  private int payload;

  @Option(names = "--seconds", paramLabel = "S", defaultValue = "60")
  private int seconds;

  @Option(names = "--warm-up", paramLabel = "S", defaultValue = "20")
  private int warmUp;

  @Option(names = "--concurrency", paramLabel = "N", defaultValue = "8")
  private int concurrency;

  private PeerCommand() {}

  public static void main(String[] arguments) {
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
    GlobalDebug.setDebugModeDirect(false);
    GlobalDebug.setProductionModeDirect(true);
    // Jakarta Mail would look for its only provider several times in each message
    System.setProperty(
        "jakarta.mail.util.StreamProvider", "org.eclipse.angus.mail.util.MailStreamProvider");
    // the curves that Chukan uses; where its native code does not load, nothing is registered
    AmazonCorrettoCryptoProvider.install();
    System.exit(new CommandLine(new PeerCommand()).execute(arguments));
  }

  @Override
  public Integer call()
      throws IOException, GeneralSecurityException, LifecycleException, InterruptedException {
    Measurement measured =
        measure(
            keys, payload, concurrency, Duration.ofSeconds(warmUp), Duration.ofSeconds(seconds));
    System.out.println(measured.json());
    return measured.valid() ? 0 : INVALID;
  }

  static Measurement measure(
      Path keys, int payload, int concurrency, Duration warmUp, Duration duration)
      throws IOException, GeneralSecurityException, LifecycleException, InterruptedException {
    Parties parties = Parties.of(keys);
    Deliveries deliveries = new Deliveries();
    try (Receiver receiver = Receiver.start(parties, deliveries);
        PooledPoster poster = new PooledPoster(PooledPoster.tls(parties.keys()))) {
      ClosedLoop loop =
          new ClosedLoop(
              new Sender(parties, deliveries, receiver.address(), poster), payload, concurrency);
      try {
        loop.run(warmUp);
        Tally warm = deliveries.tally();
        ClosedLoop.Round round = loop.run(duration);
        return Measurement.of(
            settings(payload, concurrency, receiver), warm, deliveries.tally(), round);
      } catch (FailedExchangeException e) {
        LOG.error("a message failed", e);
        return Measurement.failed(
            settings(payload, concurrency, receiver),
            deliveries.tally(),
            String.valueOf(e.getMessage()));
      }
    }
  }

  private static Settings settings(int payload, int concurrency, Receiver receiver)
      throws GeneralSecurityException {
    return Settings.of(payload, concurrency, receiver.connections(), receiver.tls());
  }
}
