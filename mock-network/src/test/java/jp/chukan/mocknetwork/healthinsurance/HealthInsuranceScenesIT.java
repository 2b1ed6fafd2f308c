package jp.chukan.mocknetwork.healthinsurance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.chukan.mocknetwork.link.Communication;
import jp.chukan.mocknetwork.link.CommunicationLog;
import jp.chukan.mocknetwork.link.Fault;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.qualificationcheck.LossReason;
import jp.chukan.mocknetwork.scenario.CopiedFile;
import jp.chukan.mocknetwork.scenario.Scene;
import jp.chukan.mocknetwork.testing.KeptLines;
import jp.chukan.mocknetwork.testing.NoticedPerson;
import jp.chukan.mocknetwork.testing.RunningCountry;
import jp.chukan.mocknetwork.testing.ToldResidents;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionOperations;

@DisplayName("国民健康保険の一日の場面")
class HealthInsuranceScenesIT {
  private static final Instant NOW = Instant.parse("2026-11-23T01:00:00Z");

  private final RunningCountry country = RunningCountry.get();

  @BeforeEach
  void everybodyIsKnown() {
    NoticedPerson.forgetAll(country);
    ToldResidents.tell(country, SystemKind.HEALTH_INSURANCE);
    awaitTaken();
  }

  private void awaitTaken() {
    KeptLines.awaitTaken(
        country,
        SystemKind.HEALTH_INSURANCE,
        SystemKind.INSURANCE_TALLY,
        SystemKind.INSURER_SERVER);
  }

  private List<Fault> play(Scene scene) {
    CommunicationLog log = country.bean(CommunicationLog.class);
    long before =
        log.after(0, Integer.MAX_VALUE).stream().mapToLong(Communication::number).max().orElse(0);

    List<Scene.ProvokedRefusal> refusals = scene.play(NOW);

    List<Communication> logged = log.after(before, Integer.MAX_VALUE);
    assertThat(refusals)
        .allSatisfy(
            refusal ->
                assertThat(logged)
                    .anyMatch(
                        one ->
                            one.to().equals(refusal.by())
                                && one.message().equals(refusal.message())
                                && one.fault().equals(Optional.of(refusal.fault()))));
    return refusals.stream().map(Scene.ProvokedRefusal::fault).toList();
  }

  @Test
  void theCounterHandlesACardAnEmploymentAndAnInquiry() {
    assertThat(play(country.bean(HealthInsuranceScene.class)))
        .containsExactly(Fault.UNKNOWN, Fault.UNKNOWN);
  }

  @Test
  void thePrefectureContinuesAQualification() {
    assertThat(play(country.bean(InsuranceTallyScene.class)))
        .containsExactly(Fault.ANOTHER_TENANT, Fault.UNKNOWN);
  }

  @Test
  void aPersonStartsTheAcquisition() {
    assertThat(play(country.bean(InsurerServerScene.class)))
        .containsExactly(Fault.NO_PERSON, Fault.ANOTHER_TENANT);
  }

  @Test
  @DisplayName("国保の住民は住民票と、中間サーバー等の資格は国保と等しい")
  void theCopiesAreEqual() {
    assertThat(country.bean(InsuranceCopies.class).compare())
        .hasSize(3)
        .allMatch(CopiedFile.Comparison::isEqual)
        .allMatch(comparison -> comparison.same() >= 1000);
    assertThat(country.bean(QualificationCopies.class).compare())
        .hasSize(3)
        .allMatch(CopiedFile.Comparison::isEqual)
        .allMatch(comparison -> comparison.same() > 100);
  }

  @Test
  @DisplayName("届いていない資格は比べると見つかる")
  void aMissingQualificationIsFound() {
    country
        .bean(TransactionOperations.class)
        .executeWithoutResult(
            status -> {
              InsuredPerson person = country.bean(InsuredOfScenes.class).nth(5);
              country
                  .bean(InsuredPersons.class)
                  .change(person.lost(person.qualification().acquiredOn(), LossReason.MOVED_OUT));
              assertThat(country.bean(QualificationCopies.class).compare())
                  .anyMatch(comparison -> comparison.different() == 1);
              status.setRollbackOnly();
            });
  }
}
