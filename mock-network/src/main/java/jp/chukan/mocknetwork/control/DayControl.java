package jp.chukan.mocknetwork.control;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.mocknetwork.border.BorderWatch;
import jp.chukan.mocknetwork.day.CountryDay;
import jp.chukan.mocknetwork.day.DayOrder;
import jp.chukan.mocknetwork.day.DayReport;
import jp.chukan.mocknetwork.residentrecords.LoadNeighbours;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One day of the country, and what must have been done before it. */
@RestController
final class DayControl {
  private static final int USUAL_EVENTS = 300;
  private static final int USUAL_SECONDS = 90;

  private final CountryDay day;
  private final LoadNeighbours neighbours;
  private final BorderWatch border;

  DayControl(CountryDay day, LoadNeighbours neighbours, BorderWatch border) {
    this.day = day;
    this.neighbours = neighbours;
    this.border = border;
  }

  /**
   * A day.
   *
   * @param date null for yesterday
   * @param seed null for 1
   * @param events events of residents, null for 300
   * @param seconds how long it takes, 0 for as long as it needs, null for 90
   * @param inquiries whether ministries inquire, null for yes
   */
  record Order(
      @Nullable LocalDate date,
      @Nullable Long seed,
      @Nullable Integer events,
      @Nullable Integer seconds,
      @Nullable Boolean inquiries) {
    DayOrder order() {
      return new DayOrder(
          Optional.ofNullable(date),
          Objects.requireNonNullElse(seed, 1L),
          Objects.requireNonNullElse(events, USUAL_EVENTS),
          Duration.ofSeconds(Objects.requireNonNullElse(seconds, USUAL_SECONDS)),
          Objects.requireNonNullElse(inquiries, true));
    }
  }

  /**
   * How the day stands.
   *
   * @param state as it is shown on its page
   * @param passed whether everything was as it must be, null before the end
   * @param report what it came to, null before the end
   */
  record DayView(CountryDay.State state, @Nullable Boolean passed, @Nullable DayReport report) {}

  record Watching(boolean on) {}

  @PostMapping("/control/day")
  @ResponseStatus(HttpStatus.ACCEPTED)
  DayView begin(@RequestBody Order order) {
    day.begin(order.order());
    return view(day.state().orElseThrow());
  }

  @GetMapping("/control/day")
  ResponseEntity<DayView> state() {
    return ResponseEntity.of(day.state().map(this::view));
  }

  private DayView view(CountryDay.State state) {
    // a day that is not over has no report, even when its end comes in between
    DayReport report = state.running() ? null : day.report().orElse(null);
    return new DayView(state, report == null ? null : report.passed(), report);
  }

  /** The residents of a municipality go to every neighbour, once. */
  @PostMapping("/control/municipalities/{code}/neighbours")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void load(@PathVariable("code") String code) {
    neighbours.load(new InstitutionCode(code));
  }

  /** The watch of the border can begin before the day does; it ends with it. */
  @PostMapping("/control/border")
  Watching watch(@RequestBody Watching watching) {
    if (watching.on()) {
      border.begin();
    } else {
      border.end();
    }
    return new Watching(border.isOn());
  }
}
