package jp.chukan.mocknetwork.control;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.mocknetwork.coresystem.CoreExchanges;
import jp.chukan.mocknetwork.coresystem.Transport;
import jp.chukan.mocknetwork.inquirer.AskProvider;
import jp.chukan.mocknetwork.inquirer.Question;
import jp.chukan.mocknetwork.municipality.ContentSize;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Has inquirers ask at a fixed rate, one load at a time, and tells how it went. */
@RestController
final class LoadControl {
  private static final int MOST_PER_SECOND = 10_000;
  private static final int MOST_SECONDS = 86_400;
  private static final int QUESTIONS = 5_000;

  private final DrawnQuestions drawing;
  private final AskProvider asking;
  private final CoreExchanges exchanges;
  private final InstantSource clock;
  private final AtomicReference<@Nullable OpenLoop> current = new AtomicReference<>();

  LoadControl(
      DrawnQuestions drawing, AskProvider asking, CoreExchanges exchanges, InstantSource clock) {
    this.drawing = drawing;
    this.asking = asking;
    this.exchanges = exchanges;
    this.clock = clock;
  }

  /**
   * A load.
   *
   * @param provider which municipality is asked
   * @param perSecond how many inquiries are due in a second
   * @param seconds how long
   * @param seed the same seed draws the same
   * @param from first position of residents
   * @param to position after the last
   * @param deliveries how often the same bytes of each are delivered, null for once
   * @param contentBytes size of the answers, which are about 「地方税関係情報」 then; null for 「世帯情報」
   */
  record Order(
      InstitutionCode provider,
      int perSecond,
      int seconds,
      long seed,
      int from,
      int to,
      @Nullable Integer deliveries,
      @Nullable Integer contentBytes) {
    Order {
      if (perSecond < 1 || perSecond > MOST_PER_SECOND) {
        throw new IllegalArgumentException("1 to " + MOST_PER_SECOND + " inquiries in a second");
      }
      if (seconds < 1 || seconds > MOST_SECONDS) {
        throw new IllegalArgumentException("1 to " + MOST_SECONDS + " seconds");
      }
    }

    Transport transport() {
      return deliveries == null
          ? Transport.PLAIN
          : new Transport(Set.of(), deliveries, Duration.ZERO);
    }

    DrawnQuestions.Range range() {
      return new DrawnQuestions.Range(
          provider, from, to, false, contentBytes == null ? null : new ContentSize(contentBytes));
    }
  }

  record Begun(int count) {}

  @PostMapping("/control/loads")
  Begun begin(@RequestBody Order order) {
    OpenLoop before = current.get();
    if (before != null && before.isRunning()) {
      throw new IllegalArgumentException("another load is under way");
    }
    List<Question> questions =
        drawing.draw(
            order.range(),
            Math.min(QUESTIONS, order.perSecond() * order.seconds()),
            order.seed(),
            order.transport());
    asking.prepare(questions);
    var load =
        new OpenLoop(
            asking, questions, order.perSecond(), Duration.ofSeconds(order.seconds()), clock);
    if (!current.compareAndSet(before, load)) {
      throw new IllegalArgumentException("another load is under way");
    }
    Thread.ofPlatform().name("load").daemon().start(load);
    return new Begun(load.count());
  }

  /**
   * How the load went that was begun last.
   *
   * @param trim seconds at its start and end that do not count
   */
  @GetMapping("/control/loads/last")
  ResponseEntity<LoadReport> last(@RequestParam(name = "trim", defaultValue = "0") int trim) {
    OpenLoop load = current.get();
    return load == null
        ? ResponseEntity.notFound().build()
        : ResponseEntity.ok(
            load.isRunning()
                ? LoadReport.underWay(load)
                : LoadReport.of(load, Duration.ofSeconds(trim), exchanges.records()));
  }

  /** No inquiry more of the load that was begun last. */
  @DeleteMapping("/control/loads/last")
  ResponseEntity<Void> stop() {
    OpenLoop load = current.get();
    if (load != null) {
      load.stop();
    }
    return ResponseEntity.noContent().build();
  }
}
