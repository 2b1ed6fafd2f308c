package jp.chukan.command.bench.measuring;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import jp.chukan.command.installation.ControlClient;
import jp.chukan.command.installation.InstallationException;
import jp.chukan.command.installation.Waiting;
import jp.chukan.contract.code.InstitutionCode;
import org.jspecify.annotations.Nullable;

/**
 * 「提供要求」 at a fixed rate, made by the mock network: the next ones leave whether or not the earlier
 * ones are answered.
 */
public final class OpenLoad {
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final String LAST = "/control/loads/last";

  private final ControlClient country;
  private final Databases databases;
  private final InstitutionCode provider;
  private final int persons;
  private final @Nullable Integer contentBytes;
  private int loads;

  /**
   * A load about 「世帯情報」.
   *
   * @param provider whose 「副本」 are asked for
   * @param persons the first so many residents are asked about
   */
  public OpenLoad(
      ControlClient country, Databases databases, InstitutionCode provider, int persons) {
    this(country, databases, provider, persons, null);
  }

  /**
   * A load about 「地方税関係情報」 of a size, which was registered before.
   *
   * @param contentBytes of each answer; null for 「世帯情報」 as it is
   */
  public OpenLoad(
      ControlClient country,
      Databases databases,
      InstitutionCode provider,
      int persons,
      @Nullable Integer contentBytes) {
    this.country = country;
    this.databases = databases;
    this.provider = provider;
    this.persons = persons;
    this.contentBytes = contentBytes;
  }

  /** Begins now; each load asks other questions than the one before. */
  public void begin(int perSecond, Duration lasting) throws IOException {
    begin(perSecond, lasting, 1);
  }

  /**
   * The same.
   *
   * @param deliveries how often the same bytes of each are delivered
   */
  public void begin(int perSecond, Duration lasting, int deliveries) throws IOException {
    country.post(
        "/control/loads",
        order ->
            order
                .put("provider", provider.value())
                .put("perSecond", perSecond)
                .put("seconds", lasting.toSeconds())
                .put("seed", loads++)
                .put("deliveries", deliveries)
                .put("from", 0)
                .put("to", persons)
                .put("contentBytes", contentBytes));
  }

  /** No more from here on. */
  public void stop() throws IOException {
    country.delete(LAST);
    if (!isMadeWithin(PATIENCE)) {
      throw new InstallationException("the load does not stop");
    }
  }

  /** Waits until the last inquiry was made and none is open. */
  public void awaitEnd(Duration lasting) {
    if (!isMadeWithin(PATIENCE.plus(lasting)) || !Waiting.until(PATIENCE, () -> open() == 0)) {
      throw new InstallationException("requests have no answer after " + PATIENCE);
    }
  }

  /** Whether the last inquiry was made by then. */
  private boolean isMadeWithin(Duration longest) {
    return Waiting.until(longest, () -> !report(0).path("running").asBoolean());
  }

  private long open() {
    return databases.countCountry("SELECT count(*) FROM core_exchange WHERE state = 'PENDING'");
  }

  /** How it went. */
  public Report report(Duration trim) {
    var report = report(trim.toSeconds());
    return new Report(
        report.path("asked").asInt(),
        report.path("failed").asInt(),
        report.path("provided").asInt(),
        report.path("perSecond").asDouble(),
        new Percentiles(
            report.path("p50Millis").asLong(),
            report.path("p95Millis").asLong(),
            report.path("p99Millis").asLong(),
            report.path("p999Millis").asLong()),
        report.path("latestMillis").asLong());
  }

  private JsonNode report(long trimSeconds) {
    try {
      return country.get(LAST + "?trim=" + trimSeconds);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * How a load went.
   *
   * @param asked inquiries that were made
   * @param failed inquiries that could not be made
   * @param provided how many of them were answered with content
   * @param perSecond answers that the network took in a second
   * @param times from the moment at which an inquiry was due to its answer
   * @param latestMillis by how much the latest inquiry left after it was due
   */
  public record Report(
      int asked, int failed, int provided, double perSecond, Percentiles times, long latestMillis) {

    /** How many have no answer with content, though all were allowed. */
    public int lost() {
      return failed + asked - provided;
    }
  }
}
