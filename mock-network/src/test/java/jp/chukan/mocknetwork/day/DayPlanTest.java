package jp.chukan.mocknetwork.day;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import jp.chukan.mocknetwork.day.DayPlan.InOrder;
import jp.chukan.mocknetwork.day.DayPlan.OfScene;
import jp.chukan.mocknetwork.day.DayPlan.OutOfOrder;
import jp.chukan.mocknetwork.day.DayPlan.Planned;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.scenario.Scene;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("一日の筋書き")
class DayPlanTest {
  private static final DayClock CLOCK =
      new DayClock(LocalDate.of(2026, 11, 1), Duration.ZERO, InstantSource.fixed(Instant.EPOCH));
  private static final List<CountrySystem> SYSTEMS =
      List.of(
          new CountrySystem(SystemKind.ADDRESSEE_HUB, "08220"),
          new CountrySystem(SystemKind.PREFECTURAL_SERVER, "08"));

  private record SceneAt(LocalTime at) implements Scene {
    @Override
    public SystemKind system() {
      return SystemKind.TAX;
    }

    @Override
    public String title() {
      return "何もしない";
    }

    @Override
    public List<ProvokedRefusal> play(Instant now) {
      return List.of();
    }
  }

  private static List<Planned> planned(DayPlan plan) {
    List<Planned> all = new ArrayList<>();
    for (Planned next = plan.next(); next != null; next = plan.next()) {
      all.add(next);
    }
    return all;
  }

  @ParameterizedTest
  @ValueSource(ints = {9, 12, 16, 18})
  @DisplayName("止めている間に場面はなく、止まるのは一つずつ")
  void noSceneIsPlayedWhileASystemIsOutOfOrder(int lastScene) {
    var plan = new DayPlan();
    plan.addScenes(
        CLOCK, List.of(new SceneAt(LocalTime.of(9, 0)), new SceneAt(LocalTime.of(lastScene, 30))));
    plan.addOutages(CLOCK, SYSTEMS);

    Set<CountrySystem> out = new HashSet<>();
    Set<CountrySystem> over = new HashSet<>();
    for (Planned next : planned(plan)) {
      switch (next) {
        case OutOfOrder(var at, var order, var system) -> out.add(system);
        case InOrder(var at, var order, var system) -> {
          out.remove(system);
          over.add(system);
        }
        case OfScene scene -> assertThat(out).isEmpty();
        default -> throw new AssertionError("nothing else is planned");
      }
      assertThat(out).hasSizeLessThanOrEqualTo(1);
      assertThat(next.at()).isBetween(CLOCK.opening(), CLOCK.closing());
    }
    assertThat(over).containsExactlyInAnyOrderElementsOf(SYSTEMS);
  }

  @Test
  void everyKindWithAShareHappensAndTheNumberIsKept() {
    List<EventKind> kinds = new EventShares().kinds(300, new Random(1));

    assertThat(kinds).hasSize(300);
    assertThat(EnumSet.copyOf(kinds))
        .isEqualTo(EnumSet.complementOf(EnumSet.of(EventKind.TRANSFER_ARRIVAL)));
    assertThat(new EventShares().kinds(300, new Random(1))).isEqualTo(kinds);
  }
}
