package jp.chukan.mocknetwork.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.LinkageCode;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("提供者の振る舞い")
class DecisionTest {
  private static final SpecificPersonalInformationCode TAX =
      new SpecificPersonalInformationCode("TM00000000000002");
  private static final InstitutionCode SETAGAYA = new InstitutionCode("0220113112101700");

  private static List<Decision> decisions(Behaviour behaviour) {
    return IntStream.range(0, 2000)
        .mapToObj(
            n ->
                Decision.about(
                    new LinkageCode("person-%020d".formatted(n)), TAX, SETAGAYA, behaviour))
        .toList();
  }

  @Test
  @DisplayName("拒否・保留・沈黙は定めた割合で起こる")
  void happensInTheSharesThatWereOrdered() {
    Map<Class<?>, Long> counts =
        decisions(new Behaviour(1, 0, 0, 0, 30, 20, null, 10)).stream()
            .collect(Collectors.groupingBy(Object::getClass, Collectors.counting()));

    assertThat(counts.get(Decision.Refuse.class)).isBetween(540L, 660L);
    assertThat(counts.get(Decision.Hold.class)).isBetween(340L, 460L);
    assertThat(counts.get(Decision.StaySilent.class)).isBetween(140L, 260L);
  }

  @Test
  void isTheSameForTheSameSeed() {
    var behaviour = new Behaviour(7, 100, 900, 0, 30, 0, null, 0);

    assertThat(decisions(behaviour)).isEqualTo(decisions(behaviour));
    assertThat(decisions(behaviour))
        .isNotEqualTo(decisions(new Behaviour(8, 100, 900, 0, 30, 0, null, 0)));
  }

  @Test
  void takesItsTimeBetweenTheShortestAndTheLongest() {
    assertThat(decisions(new Behaviour(1, 100, 900, 0, 0, 0, null, 0)))
        .allSatisfy(
            decision ->
                assertThat(((Decision.Provide) decision).after())
                    .isBetween(Duration.ofMillis(100), Duration.ofMillis(899)));
  }

  @Test
  @DisplayName("まとめて答える提供者の回答は、次の区切りに揃う")
  void waitsForTheNextBurst() {
    assertThat(Decision.withBurst(Instant.ofEpochMilli(1), 500))
        .isEqualTo(Instant.ofEpochMilli(500));
    assertThat(Decision.withBurst(Instant.ofEpochMilli(500), 500))
        .isEqualTo(Instant.ofEpochMilli(500));
    assertThat(Decision.withBurst(Instant.ofEpochMilli(501), 0))
        .isEqualTo(Instant.ofEpochMilli(501));
  }

  @Test
  void refusesSharesAndTimesThatMakeNoSense() {
    assertThatThrownBy(() -> new Behaviour(1, 0, 0, 0, 60, 41, null, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Behaviour(1, 2, 1, 0, 0, 0, null, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
