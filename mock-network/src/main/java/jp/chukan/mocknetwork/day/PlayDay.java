package jp.chukan.mocknetwork.day;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.mocknetwork.day.AskMinistries.Asked;
import jp.chukan.mocknetwork.day.DayPlan.InOrder;
import jp.chukan.mocknetwork.day.DayPlan.OfArrival;
import jp.chukan.mocknetwork.day.DayPlan.OfInquiry;
import jp.chukan.mocknetwork.day.DayPlan.OfResident;
import jp.chukan.mocknetwork.day.DayPlan.OfScene;
import jp.chukan.mocknetwork.day.DayPlan.OutOfOrder;
import jp.chukan.mocknetwork.day.DayPlan.Planned;
import jp.chukan.mocknetwork.day.DayReport.PlayedScene;
import jp.chukan.mocknetwork.day.DrawnEvent.Arrival;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.KeptMessages;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.link.Systems;
import jp.chukan.mocknetwork.residentrecords.ResidentEvent.MoveIn;
import jp.chukan.mocknetwork.residentrecords.ResidentRegisters;
import jp.chukan.mocknetwork.residentrecords.TakeEvent;
import jp.chukan.mocknetwork.scenario.Scene;
import jp.chukan.mocknetwork.scenario.Scene.ProvokedRefusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Plays the hours of a day: one thing after the other, each at its time. */
@Component
final class PlayDay {
  private static final Logger log = LoggerFactory.getLogger(PlayDay.class);

  /** One inquiry of a ministry for so many events of residents. */
  private static final int EVENTS_OF_AN_INQUIRY = 5;

  private static final Duration SHORTEST_WAY = Duration.ofMinutes(20);
  private static final int SPREAD_OF_WAYS_MINUTES = 90;
  private static final Duration LATER = Duration.ofMinutes(15);
  private static final Duration LAST_HOUR = Duration.ofMinutes(15);

  private final ResidentRegisters registers;
  private final TakeEvent takeEvent;
  private final KeptMessages messages;
  private final Systems systems;
  private final AskMinistries ministries;
  private final List<Scene> scenes;
  private final InstantSource real;
  private final EventShares shares = new EventShares();

  PlayDay(
      ResidentRegisters registers,
      TakeEvent takeEvent,
      KeptMessages messages,
      Systems systems,
      AskMinistries ministries,
      ObjectProvider<Scene> scenes,
      InstantSource real) {
    this.registers = registers;
    this.takeEvent = takeEvent;
    this.messages = messages;
    this.systems = systems;
    this.ministries = ministries;
    this.scenes = scenes.stream().toList();
    this.real = real;
  }

  /**
   * What was played.
   *
   * @param impossible kinds of events that found nobody until the end
   */
  record Played(
      Map<EventKind, Integer> impossible,
      List<PlayedScene> scenes,
      List<ProvokedRefusal> provoked,
      List<Asked> asked,
      Outages outages,
      List<String> failures) {}

  Played play(DayOrder order, DayClock clock, Progress progress) {
    var hours = new Hours(order, clock, progress);
    try {
      hours.play();
    } finally {
      hours.outages.endAll(clock.closing());
    }
    return new Played(
        hours.impossible, hours.played, hours.provoked, hours.asked, hours.outages, hours.failures);
  }

  /** The hours of one day. */
  private final class Hours {
    private final DayClock clock;
    private final Progress progress;
    private final Random random;
    private final DrawEvent draw;
    private final DayPlan plan = new DayPlan();
    private final Outages outages = new Outages(systems, real);
    private final Map<EventKind, Integer> impossible = new EnumMap<>(EventKind.class);
    private final List<PlayedScene> played = new ArrayList<>();
    private final List<ProvokedRefusal> provoked = new ArrayList<>();
    private final List<Asked> asked = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();

    Hours(DayOrder order, DayClock clock, Progress progress) {
      this.clock = clock;
      this.progress = progress;
      this.random = new Random(order.seed());
      this.draw = new DrawEvent(registers, new Random(random.nextLong()));
      plan.addEvents(clock, shares.kinds(order.events(), random), random);
      plan.addScenes(clock, scenes);
      if (order.inquiries()) {
        plan.addInquiries(clock, order.events() / EVENTS_OF_AN_INQUIRY, random);
      }
      plan.addOutages(clock, toGoOut());
    }

    /** A hub, which the daily feed mends, and a 都道府県サーバ, for which others keep their messages. */
    private List<CountrySystem> toGoOut() {
      return List.of(
          pick(systems.of(SystemKind.ADDRESSEE_HUB)),
          pick(systems.of(SystemKind.PREFECTURAL_SERVER)));
    }

    private <T> T pick(List<T> values) {
      return values.get(random.nextInt(values.size()));
    }

    void play() {
      for (Planned next = plan.next(); next != null; next = plan.next()) {
        if (!clock.awaitUntil(next.at())) {
          failures.add("the day was broken off");
          return;
        }
        progress.at(next.at());
        happen(next);
      }
    }

    private void happen(Planned planned) {
      try {
        switch (planned) {
          case OfResident(var at, var order, var kind) -> happen(kind, at);
          case OfArrival(var at, var order, var arrival) -> arrive(arrival, at);
          case OfScene(var at, var order, var scene) -> play(scene, at);
          case OfInquiry(var at, var order) -> inquire();
          case OutOfOrder(var at, var order, var system) -> outages.begin(system, at);
          case InOrder(var at, var order, var system) -> outages.end(system, at);
        }
      } catch (RuntimeException broken) {
        log.error("{} of the day", planned.getClass().getSimpleName(), broken);
        failures.add(
            "%s: %s"
                .formatted(planned.getClass().getSimpleName(), broken.getClass().getSimpleName()));
      }
    }

    private void happen(EventKind kind, Instant at) {
      Optional<DrawnEvent> drawn = draw.draw(kind, at);
      if (drawn.isEmpty()) {
        if (at.isBefore(clock.closing().minus(LAST_HOUR).minus(LATER))) {
          plan.again(at.plus(LATER), kind);
        } else {
          impossible.merge(kind, 1, Integer::sum);
        }
        return;
      }
      takeEvent.take(drawn.get().municipality(), drawn.get().event());
      progress.happened(kind);
      drawn.get().then().ifPresent(arrival -> plan.add(onTheWay(at), arrival));
    }

    private Instant onTheWay(Instant left) {
      Instant there =
          left.plus(SHORTEST_WAY).plus(Duration.ofMinutes(random.nextInt(SPREAD_OF_WAYS_MINUTES)));
      Instant last = clock.closing().minus(LAST_HOUR);
      return there.isAfter(last) ? last : there;
    }

    /** 転入 is taken when the 転出 is known everywhere: one 住民票コード lives in one place. */
    private void arrive(Arrival arrival, Instant at) {
      if (outages.isAnythingOut()) {
        plan.add(at.plus(LATER), arrival);
        return;
      }
      messages.awaitEmpty();
      takeEvent.take(
          arrival.municipality(),
          new MoveIn(arrival.moveIn().newcomers(), arrival.moveIn().from(), at));
      progress.happened(EventKind.TRANSFER_ARRIVAL);
    }

    private void play(Scene scene, Instant at) {
      messages.awaitEmpty();
      String failure = "";
      List<ProvokedRefusal> refusals = List.of();
      try {
        refusals = scene.play(at);
        provoked.addAll(refusals);
      } catch (RuntimeException broken) {
        log.error("the scene {} failed", scene.getClass().getSimpleName(), broken);
        failure = scene.getClass().getSimpleName() + ": " + broken.getMessage();
        failures.add(scene.title() + ": " + failure);
      }
      played.add(
          new PlayedScene(
              scene.at().toString(),
              scene.system().japanese(),
              scene.title(),
              refusals.size(),
              failure));
      progress.played();
    }

    private void inquire() {
      List<InstitutionCode> running =
          registers.municipalities().stream().filter(one -> !isHubOut(one)).toList();
      if (!running.isEmpty()) {
        ministries
            .ask(pick(running), random)
            .ifPresent(
                one -> {
                  asked.add(one);
                  progress.asked();
                });
      }
    }

    private boolean isHubOut(InstitutionCode municipality) {
      return outages.isOut(
          new CountrySystem(
              SystemKind.ADDRESSEE_HUB,
              registers.of(municipality).municipality().localGovernment()));
    }
  }
}
