package jp.chukan.mocknetwork.municipalserver;

import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jp.chukan.mocknetwork.executivebody.AskPrefecture;
import jp.chukan.mocknetwork.link.Communication;
import jp.chukan.mocknetwork.link.CommunicationLog;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.nationalserver.CarryNumbers;
import jp.chukan.mocknetwork.prefecturalserver.AnswerQueries;
import jp.chukan.mocknetwork.scenario.CopiedFile;
import jp.chukan.mocknetwork.scenario.CopiedFile.Comparison;
import jp.chukan.mocknetwork.scenario.Scene;
import jp.chukan.mocknetwork.scenario.Scene.ProvokedRefusal;
import jp.chukan.mocknetwork.testing.KnownResidents;
import jp.chukan.mocknetwork.testing.RunningCountry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("住基ネットの一日")
class RegisterScenesIT {
  private static final Set<String> PACKAGES =
      Set.of(
          RegisterScenesIT.class.getPackageName(),
          AnswerQueries.class.getPackageName(),
          CarryNumbers.class.getPackageName(),
          AskPrefecture.class.getPackageName());

  private static final RunningCountry COUNTRY = RunningCountry.get();

  @BeforeAll
  static void everybodyIsKnown() {
    KnownResidents.load(COUNTRY);
    await().atMost(Duration.ofMinutes(1)).until(RegisterScenesIT::isCopied);
  }

  private static List<Comparison> comparisons() {
    return COUNTRY.beans(CopiedFile.class).stream()
        .filter(file -> PACKAGES.contains(file.getClass().getPackageName()))
        .flatMap(file -> file.compare().stream())
        .toList();
  }

  /** Whatever other tests did to 市町村CS alone: above it everything is the same. */
  private static boolean isCopied() {
    return comparisons().stream()
        .filter(one -> !one.file().startsWith("市町村CS"))
        .allMatch(Comparison::isEqual);
  }

  @Test
  @DisplayName("場面をすべて演じると、断られたものは記録と一件ずつ合い、写しは元と同じになる")
  void everySceneHoldsAndEveryRefusalWasWanted() {
    CommunicationLog log = COUNTRY.bean(CommunicationLog.class);
    List<Scene> scenes =
        COUNTRY.beans(Scene.class).stream()
            .filter(scene -> PACKAGES.contains(scene.getClass().getPackageName()))
            .sorted(comparing(Scene::at))
            .toList();
    assertThat(scenes)
        .extracting(Scene::system)
        .contains(
            SystemKind.MUNICIPAL_SERVER,
            SystemKind.PREFECTURAL_SERVER,
            SystemKind.NATIONAL_SERVER,
            SystemKind.EXECUTIVE_BODY);
    for (Scene scene : scenes) {
      long before = last(log);
      List<ProvokedRefusal> provoked = scene.play(COUNTRY.bean(InstantSource.class).instant());

      List<ProvokedRefusal> refused = new ArrayList<>();
      for (Communication one : log.after(before, Integer.MAX_VALUE)) {
        one.fault()
            .filter(fault -> isOurs(one.to().kind()))
            .ifPresent(fault -> refused.add(new ProvokedRefusal(one.to(), one.message(), fault)));
      }
      assertThat(refused).as(scene.title()).containsExactlyInAnyOrderElementsOf(provoked);
    }
    await().atMost(Duration.ofMinutes(1)).until(RegisterScenesIT::isCopied);
    assertThat(comparisons())
        .filteredOn(one -> one.file().startsWith("市町村CS"))
        .hasSize(3)
        .allSatisfy(
            one -> {
              assertThat(one.same()).isGreaterThan(900);
              assertThat(one.different()).isZero();
            });
  }

  private static boolean isOurs(SystemKind kind) {
    return kind == SystemKind.MUNICIPAL_SERVER
        || kind == SystemKind.PREFECTURAL_SERVER
        || kind == SystemKind.NATIONAL_SERVER;
  }

  private static long last(CommunicationLog log) {
    List<Communication> all = log.after(0, Integer.MAX_VALUE);
    return all.isEmpty() ? 0 : all.getLast().number();
  }
}
