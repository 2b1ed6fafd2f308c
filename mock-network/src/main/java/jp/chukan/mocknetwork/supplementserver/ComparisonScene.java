package jp.chukan.mocknetwork.supplementserver;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.Fault;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.link.Systems;
import jp.chukan.mocknetwork.residentrecords.CompareSupplements;
import jp.chukan.mocknetwork.scenario.Provoking;
import jp.chukan.mocknetwork.scenario.Scene;
import jp.chukan.mocknetwork.scenario.SceneFailedException;
import jp.chukan.mocknetwork.supplement.SupplementComparison;
import jp.chukan.mocknetwork.supplement.SupplementComparisonResult;
import jp.chukan.mocknetwork.supplement.SupplementComparisonResult.Kind;
import jp.chukan.mocknetwork.supplement.SupplementInformation;
import org.springframework.stereotype.Component;

/** 「整合性確認」 of both lines of 附票: the result comes back, and says what is missing (JN-07). */
@Component
final class ComparisonScene implements Scene {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration LOOK = Duration.ofMillis(50);

  private final Systems systems;
  private final SettledResidents residents;
  private final CompareSupplements residentRecords;
  private final CompareFiles comparing;
  private final InstantSource clock;

  ComparisonScene(
      Systems systems,
      SettledResidents residents,
      CompareSupplements residentRecords,
      CompareFiles comparing,
      InstantSource clock) {
    this.systems = systems;
    this.residents = residents;
    this.residentRecords = residentRecords;
    this.comparing = comparing;
    this.clock = clock;
  }

  @Override
  public SystemKind system() {
    return SystemKind.SUPPLEMENT_NATIONAL_SERVER;
  }

  @Override
  public LocalTime at() {
    return LocalTime.of(16, 0);
  }

  @Override
  public String title() {
    return "附票本人確認情報の整合性を確認し、結果を市町村CSと附票都道府県サーバに通知する";
  }

  @Override
  public List<ProvokedRefusal> play(Instant now) {
    CountrySystem prefectural = residents.prefecturalServer();
    requireEqual(
        resultOf(
            () -> residentRecords.results(residents.municipality(), Instant.EPOCH),
            () -> residentRecords.send(residents.municipality())));
    requireEqual(
        resultOf(
            () -> comparing.results(prefectural, Instant.EPOCH),
            () -> comparing.send(prefectural)));
    SupplementComparisonResult withoutOne =
        resultOf(
            () -> residentRecords.results(residents.municipality(), Instant.EPOCH),
            () -> send(allButOne()));
    if (withoutOne.differences().size() != 1
        || withoutOne.differences().getFirst().kind() != Kind.SURPLUS) {
      throw new SceneFailedException("a 附票 that the original lacks is not told");
    }
    return List.of(
        Provoking.refusal(
            prefectural,
            SupplementComparison.MESSAGE,
            Fault.MALFORMED,
            () -> send(withOneTwice())));
  }

  private List<SupplementInformation> allButOne() {
    List<SupplementInformation> all = all();
    return all.subList(1, all.size());
  }

  private List<SupplementInformation> withOneTwice() {
    List<SupplementInformation> twice = new ArrayList<>(all());
    twice.add(twice.getFirst());
    return twice;
  }

  private List<SupplementInformation> all() {
    return residentRecords.supplements(residents.municipality());
  }

  private void send(List<SupplementInformation> entries) {
    systems.send(
        residents.municipalServer(),
        residents.prefecturalServer(),
        SupplementComparison.MESSAGE,
        new SupplementComparison(entries),
        SupplementComparison.Received.class);
  }

  private static void requireEqual(SupplementComparisonResult result) {
    if (!result.differences().isEmpty()) {
      throw new SceneFailedException(
          "%d 附票 are not what their originals are".formatted(result.differences().size()));
    }
  }

  /** What comes back of a comparison, which goes its way behind all that was sent before it. */
  private SupplementComparisonResult resultOf(
      Supplier<List<SupplementComparisonResult>> results, Runnable begin) {
    int before = results.get().size();
    begin.run();
    Instant deadline = clock.instant().plus(PATIENCE);
    while (results.get().size() <= before) {
      if (clock.instant().isAfter(deadline)) {
        throw new SceneFailedException("no result of a comparison came back");
      }
      LockSupport.parkNanos(LOOK.toNanos());
    }
    return results.get().getLast();
  }
}
