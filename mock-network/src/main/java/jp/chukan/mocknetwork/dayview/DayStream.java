package jp.chukan.mocknetwork.dayview;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import jp.chukan.mocknetwork.border.BorderWatch;
import jp.chukan.mocknetwork.border.Crossing;
import jp.chukan.mocknetwork.day.CountryDay;
import jp.chukan.mocknetwork.day.DayReport;
import jp.chukan.mocknetwork.link.Communication;
import jp.chukan.mocknetwork.link.CommunicationLog;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Tells whoever watches what is going on, as events of the server: messages in bundles, how the day
 * stands, and what it came to. A watcher who is too slow misses messages, nobody waits for it.
 */
@RestController
final class DayStream implements AutoCloseable {
  private static final int MOST_WAITING = 5_000;
  private static final int MOST_AT_ONCE = 200;
  private static final long PAUSE_MILLIS = 250;
  private static final Duration BUNDLING = Duration.ofMillis(100);

  private final CommunicationLog communications;
  private final BorderWatch border;
  private final CountryDay day;
  private final CountryMap map;
  private volatile boolean closed;

  DayStream(CommunicationLog communications, BorderWatch border, CountryDay day, CountryMap map) {
    this.communications = communications;
    this.border = border;
    this.day = day;
    this.map = map;
  }

  /**
   * A message in the picture.
   *
   * @param from id of the sender
   * @param to id of the receiver
   * @param fromName what the table calls the sender
   * @param toName what the table calls the receiver
   * @param message kind of message
   * @param taken whether it was
   * @param why it was not taken, null when it was or the reason is not known
   */
  record Shown(
      String from,
      String to,
      String fromName,
      String toName,
      String message,
      boolean taken,
      @Nullable String why) {}

  /**
   * How a day ended.
   *
   * @param passed whether everything was as it must be
   * @param report what it came to
   */
  record Ended(boolean passed, DayReport report) {}

  @GetMapping(path = "/day/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  SseEmitter events() {
    var emitter = new SseEmitter(0L);
    var waiting = new LinkedBlockingQueue<Shown>(MOST_WAITING);
    Runnable deafToSystems = communications.follow(one -> waiting.offer(shown(one)));
    Runnable deafToBorder = border.follow(one -> waiting.offer(shown(one)));
    Thread.ofVirtual()
        .name("day-watcher")
        .start(
            () -> {
              try {
                tell(emitter, waiting);
              } finally {
                deafToSystems.run();
                deafToBorder.run();
              }
            });
    return emitter;
  }

  private void tell(SseEmitter emitter, BlockingQueue<Shown> waiting) {
    @Nullable DayReport told = null;
    try {
      while (!closed) {
        List<Shown> bundle = next(waiting);
        if (!bundle.isEmpty()) {
          emitter.send(SseEmitter.event().name("messages").data(bundle));
        }
        CountryDay.State state = day.state().orElse(null);
        if (state != null) {
          emitter.send(SseEmitter.event().name("state").data(state));
        } else {
          emitter.send(SseEmitter.event().comment("no day yet"));
        }
        DayReport report = day.report().orElse(null);
        if (report != null && report != told) {
          emitter.send(SseEmitter.event().name("report").data(new Ended(report.passed(), report)));
          told = report;
        }
      }
      emitter.complete();
    } catch (IOException | IllegalStateException gone) {
      emitter.completeWithError(gone);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static List<Shown> next(BlockingQueue<Shown> waiting) throws InterruptedException {
    List<Shown> bundle = new ArrayList<>();
    Shown first = waiting.poll(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    if (first != null) {
      bundle.add(first);
      // so that a bundle is worth sending
      LockSupport.parkNanos(BUNDLING.toNanos());
      waiting.drainTo(bundle, MOST_AT_ONCE);
    }
    return bundle;
  }

  private Shown shown(Communication one) {
    return shown(
        one.from().label(),
        one.to().label(),
        one.message(),
        one.fault().map(Enum::name).orElse(null),
        one.fault().isEmpty());
  }

  private Shown shown(Crossing one) {
    CountryMap.Way way = map.way(one);
    return shown(way.from(), way.to(), one.message(), null, one.taken());
  }

  private Shown shown(String from, String to, String message, @Nullable String why, boolean taken) {
    return new Shown(from, to, map.title(from), map.title(to), message, taken, why);
  }

  @Override
  public void close() {
    closed = true;
  }
}
