package jp.chukan.gateway.limit;

import static jp.chukan.gateway.testing.TestKeys.ISHINOMAKI;
import static jp.chukan.gateway.testing.TestKeys.PLATFORM;
import static jp.chukan.gateway.testing.TestKeys.STRANGER;
import static jp.chukan.gateway.testing.TestKeys.TSUKUBA;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.SystemIdentifier;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.gateway.kernel.ServedInstitutions;
import jp.chukan.gateway.limit.Admission.Later;
import jp.chukan.gateway.limit.Admission.Turn;
import jp.chukan.gateway.testing.TestClock;
import jp.chukan.gateway.testing.TestLimits;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("機関ごとの頻度と同時数の上限")
class GatesTest {
  private static final int REQUESTS = 10;
  private static final int AT_ONCE = 3;

  private final TestClock clock = new TestClock();
  private final Gates gates =
      new Gates(
          TestLimits.ofDoors(new DoorLimits(REQUESTS, Duration.ofSeconds(20), AT_ONCE, 1)),
          new ServedInstitutions(
              Stream.of(ISHINOMAKI, TSUKUBA)
                  .map(
                      code ->
                          new ServedInstitutions.Institution(
                              code,
                              "架空市",
                              new SystemIdentifier("T000000001"),
                              URI.create("https://localhost")))
                  .toList()),
          PLATFORM.value(),
          clock);

  @Test // MS-95
  @DisplayName("頻度の上限を超えた要求は、次に受け付ける時刻とともに断る")
  void whoAsksTooOftenIsToldWhenToComeAgain() {
    for (int i = 0; i < REQUESTS; i++) {
      turn(ISHINOMAKI).close();
    }
    Later later = later(ISHINOMAKI);
    assertThat(later.code()).isEqualTo(ErrorCode.SYM_TOO_MANY_REQUESTS);
    assertThat(later.status()).isEqualTo(429);
    assertThat(later.seconds()).isEqualTo(2);

    clock.advance(Duration.ofSeconds(2));
    turn(ISHINOMAKI).close();
    assertThat(later(ISHINOMAKI).seconds()).isEqualTo(2);
  }

  @Test // MS-95
  void aFloodIsWrittenDownOnceAMinute() {
    for (int i = 0; i < REQUESTS; i++) {
      turn(ISHINOMAKI).close();
    }
    List<Boolean> first = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      first.add(later(ISHINOMAKI).first());
    }
    assertThat(first).containsExactly(true, false, false);
  }

  @Test // MS-90, MS-95
  @DisplayName("同時数の上限は終わった要求から空く")
  void noMoreThanItsNumberAreUnderWayAtOnce() {
    List<Turn> turns = new ArrayList<>();
    for (int i = 0; i < AT_ONCE; i++) {
      turns.add(turn(ISHINOMAKI));
    }
    Later later = later(ISHINOMAKI);
    assertThat(later.code()).isEqualTo(ErrorCode.SYM_TOO_MANY_AT_ONCE);
    assertThat(later.status()).isEqualTo(503);
    assertThat(later.seconds()).isPositive();

    turns.getFirst().close();
    turn(ISHINOMAKI).close();
  }

  @Test // MS-90
  void anUploadTakesAPlaceOfItsOwnAndGivesBothBack() {
    Turn upload = (Turn) gates.enter(Door.MUNICIPAL, ISHINOMAKI, true);
    assertThat(gates.enter(Door.MUNICIPAL, ISHINOMAKI, true)).isInstanceOf(Later.class);
    List<Turn> others = List.of(turn(ISHINOMAKI), turn(ISHINOMAKI));
    assertThat(gates.enter(Door.MUNICIPAL, ISHINOMAKI, false)).isInstanceOf(Later.class);

    upload.close();
    others.forEach(Turn::close);
    assertThat(gates.enter(Door.MUNICIPAL, ISHINOMAKI, true)).isInstanceOf(Turn.class);
    turn(ISHINOMAKI);
    turn(ISHINOMAKI);
  }

  @Test // MS-90, MS-96
  @DisplayName("ある団体の上限は、ほかの団体、ほかの受付口の妨げにならない")
  void oneInstitutionAtItsLimitLeavesTheOthersAlone() {
    for (int i = 0; i < REQUESTS + 5; i++) {
      gates.enter(Door.MUNICIPAL, ISHINOMAKI, false);
    }
    assertThat(gates.enter(Door.MUNICIPAL, ISHINOMAKI, false)).isInstanceOf(Later.class);
    turn(TSUKUBA).close();
    assertThat(gates.enter(Door.NETWORK, ISHINOMAKI, false)).isInstanceOf(Turn.class);
    assertThat(gates.enter(Door.CONSOLE, ISHINOMAKI, false)).isInstanceOf(Turn.class);
  }

  @Test // MS-39
  @DisplayName("登録のない相手は、まとめて一つの上限を分け合う")
  void strangersShareOneGate() {
    for (int i = 0; i < REQUESTS; i++) {
      turn(i % 2 == 0 ? null : STRANGER).close();
    }
    later(null);
    later(STRANGER);
    turn(ISHINOMAKI).close();
  }

  @Test // MS-95
  void browsersBeforeTheLoginHaveAGateForEachAddress() {
    for (int i = 0; i < REQUESTS; i++) {
      ((Turn) gates.enterFrom("192.0.2.1", false)).close();
    }
    assertThat(gates.enterFrom("192.0.2.1", false)).isInstanceOf(Later.class);
    assertThat(gates.enterFrom("192.0.2.2", false)).isInstanceOf(Turn.class);
  }

  @Test // MS-95
  @DisplayName("ログイン前のIPv6は/64ごとに数える")
  void allAddressesOfOneNetworkOfIpv6ShareAGate() {
    for (int i = 0; i < REQUESTS; i++) {
      ((Turn) gates.enterFrom("2001:db8:0:1::" + i, false)).close();
    }
    assertThat(gates.enterFrom("2001:db8:0:1:ffff::1", false)).isInstanceOf(Later.class);
    assertThat(gates.enterFrom("2001:db8:0:2::1", false)).isInstanceOf(Turn.class);
  }

  private Turn turn(@Nullable InstitutionCode institution) {
    return (Turn) Objects.requireNonNull(gates.enter(Door.MUNICIPAL, institution, false));
  }

  private Later later(@Nullable InstitutionCode institution) {
    return (Later) gates.enter(Door.MUNICIPAL, institution, false);
  }
}
