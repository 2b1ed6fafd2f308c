package jp.chukan.mocknetwork.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import jp.chukan.mocknetwork.connection.MockNetworkSettings;
import jp.chukan.mocknetwork.testing.RegisterNetwork;
import jp.chukan.mocknetwork.testing.RegisterPeople;
import jp.chukan.mocknetwork.testing.RunningCountry;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionOperations;

@DisplayName("本人確認情報の保存期間")
class RetentionIT {
  private final RunningCountry country = RunningCountry.get();
  private final RegisterNetwork network = new RegisterNetwork("13121");

  @Test // JN-32, G:532
  @DisplayName("消除から百五十年は履歴ごと残り、過ぎると自動で消え、いる人は消えない")
  void theRemovedStayFor150YearsAndTheLivingForEver() {
    assertThat(country.bean(MockNetworkSettings.class).identityRetention().getYears())
        .isEqualTo(150);
    RemoveExpired retention = country.bean(RemoveExpired.class);
    Instant now = country.bean(InstantSource.class).instant();
    IdentityInformation living = network.newcomer();
    IdentityInformation dead = network.newcomer();
    // long ago, so that nobody else of the country is removed with them
    IdentityRecords file = network.fileOf(network.server());
    IdentityInformation old = RegisterPeople.arrival("13121");
    IdentityInformation end = RegisterPeople.then(old, ChangeReason.DIED);
    Instant longAgo = now.atOffset(ZoneOffset.UTC).minusYears(149).toInstant();
    take(file, old, longAgo);
    take(file, end, longAgo);
    network.known(RegisterPeople.then(dead, ChangeReason.DIED));

    assertThat(retention.remove(now)).isZero();
    assertThat(file.history(old.recordCode())).containsExactly(old, end);

    assertThat(retention.remove(now.atOffset(ZoneOffset.UTC).plusYears(2).toInstant()))
        .isEqualTo(1);
    assertThat(file.history(old.recordCode())).isEmpty();
    assertThat(file.history(dead.recordCode())).hasSize(2);
    assertThat(file.current(living.recordCode())).contains(living);
  }

  @Test // JN-32
  @DisplayName("他の市町村に住んでいる人は、前の市町村の消除から何年たっても消えない")
  void whoLivesElsewhereByNowStaysUntilThatEndsToo() {
    IdentityRecords file = network.fileOf(RegisterNetwork.NATION);
    Instant longAgo = Instant.parse("1800-01-01T00:00:00Z");
    IdentityInformation before = RegisterPeople.arrival("04202");
    take(file, before, longAgo);
    take(file, RegisterPeople.then(before, ChangeReason.MOVED_OUT), longAgo);
    var now =
        new IdentityInformation(
            before.recordCode(),
            before.individualNumber(),
            before.person(),
            "08220",
            ChangeReason.MOVED_IN,
            before.changedOn(),
            1);
    take(file, now, longAgo);
    RemoveExpired retention = country.bean(RemoveExpired.class);
    Instant today = country.bean(InstantSource.class).instant();

    retention.remove(today);
    assertThat(file.history(before.recordCode())).hasSize(3);

    take(file, RegisterPeople.then(now, ChangeReason.DIED), longAgo);
    retention.remove(today);
    assertThat(file.history(before.recordCode())).isEmpty();
  }

  private void take(IdentityRecords file, IdentityInformation version, Instant at) {
    country
        .bean(TransactionOperations.class)
        .executeWithoutResult(open -> file.take(List.of(version), at));
  }
}
