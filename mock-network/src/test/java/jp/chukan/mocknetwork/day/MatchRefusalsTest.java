package jp.chukan.mocknetwork.day;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.chukan.mocknetwork.link.Communication;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.Fault;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.scenario.Scene.ProvokedRefusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("断られた電文と、断られるはずだった電文の突き合わせ")
class MatchRefusalsTest {
  private static final CountrySystem TAX = new CountrySystem(SystemKind.TAX, "08220");
  private static final CountrySystem HUB = new CountrySystem(SystemKind.ADDRESSEE_HUB, "08220");
  private static final ProvokedRefusal WANTED =
      new ProvokedRefusal(HUB, "replicas", Fault.NUMBER_OF_ANOTHER);

  private static Communication refused(String message, Fault fault) {
    return new Communication(1, Instant.EPOCH, TAX, HUB, message, 1, Optional.of(fault));
  }

  private static DayReport.Refusals match(
      List<ProvokedRefusal> provoked, List<Communication> logged) {
    return MatchRefusals.match(
        provoked, logged, one -> one.fault().equals(Optional.of(Fault.NOT_READY)));
  }

  @Test // JN-12
  void eachProvokedOneStandsInTheLogOnce() {
    var refusals = match(List.of(WANTED), List.of(refused("replicas", Fault.NUMBER_OF_ANOTHER)));

    assertThat(refusals.matched()).isEqualTo(1);
    assertThat(refusals.missing()).isEmpty();
    assertThat(refusals.surplus()).isEmpty();
  }

  @Test // JN-12
  @DisplayName("同じ拒否が二度あれば、二度目はだれも断らせていない")
  void theSameOnceMoreIsSurplus() {
    Communication one = refused("replicas", Fault.NUMBER_OF_ANOTHER);

    assertThat(match(List.of(WANTED), List.of(one, one)).surplus()).hasSize(1);
  }

  @Test // JN-12
  void oneThatIsNotInTheLogIsMissing() {
    var refusals = match(List.of(WANTED), List.of(refused("replicas", Fault.MALFORMED)));

    assertThat(refusals.missing()).hasSize(1);
    assertThat(refusals.surplus()).hasSize(1);
  }

  @Test
  void whatAnOutageExplainsIsCountedApart() {
    var refusals = match(List.of(), List.of(refused("replicas", Fault.NOT_READY)));

    assertThat(refusals.duringOutages()).isEqualTo(1);
    assertThat(refusals.surplus()).isEmpty();
  }
}
