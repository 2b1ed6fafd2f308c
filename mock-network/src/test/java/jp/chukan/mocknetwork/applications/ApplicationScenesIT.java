package jp.chukan.mocknetwork.applications;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import jp.chukan.mocknetwork.application.ApplicationStatus;
import jp.chukan.mocknetwork.application.SignedApplication;
import jp.chukan.mocknetwork.applicationrelay.StatusQuery;
import jp.chukan.mocknetwork.applicationrelay.TakenApplications;
import jp.chukan.mocknetwork.applicationrelay.WaitingApplications;
import jp.chukan.mocknetwork.identity.CardStatus;
import jp.chukan.mocknetwork.identity.RecordCodeQuery;
import jp.chukan.mocknetwork.link.CommunicationLog;
import jp.chukan.mocknetwork.residentrecords.ApplicantQuery;
import jp.chukan.mocknetwork.residentrecords.MatchedApplication;
import jp.chukan.mocknetwork.residentrecords.MovingOutNotification;
import jp.chukan.mocknetwork.scenario.Scene;
import jp.chukan.mocknetwork.testing.RunningCountry;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("電子申請の一日の場面")
class ApplicationScenesIT {
  private static final Set<String> MESSAGES =
      Set.of(
          SignedApplication.MESSAGE,
          WaitingApplications.MESSAGE,
          TakenApplications.MESSAGE,
          ApplicationStatus.MESSAGE,
          StatusQuery.MESSAGE,
          RecordCodeQuery.MESSAGE,
          CardStatus.MESSAGE,
          ApplicantQuery.MESSAGE,
          MatchedApplication.MESSAGE,
          MovingOutNotification.MESSAGE);

  private static final RunningCountry COUNTRY = RunningCountry.get();

  @ParameterizedTest // MU-16 MU-17 JN-39
  @ValueSource(classes = {MovingOutScene.class, GivenBackScene.class, RelayOutageScene.class})
  @DisplayName("一日の場面は、起こした拒否をすべて申告する")
  void aSceneTellsEveryRefusalThatItProvokes(Class<? extends Scene> scene) {
    CommunicationLog log = COUNTRY.bean(CommunicationLog.class);
    Instant now = COUNTRY.bean(InstantSource.class).instant();
    int before = log.after(0, Integer.MAX_VALUE).size();

    List<Scene.ProvokedRefusal> told = COUNTRY.bean(scene).play(now);

    assertThat(told).isNotEmpty();
    assertThat(log.after(0, Integer.MAX_VALUE).stream().skip(before))
        .filteredOn(one -> one.fault().isPresent() && MESSAGES.contains(one.message()))
        .extracting(
            one -> new Scene.ProvokedRefusal(one.to(), one.message(), one.fault().orElseThrow()))
        .containsExactlyInAnyOrderElementsOf(told);
  }
}
