package jp.chukan.gateway.staff.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import jp.chukan.gateway.staff.AddressSettings;
import jp.chukan.gateway.testing.TestClock;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("接続元ごとのログインの失敗")
class LoginAttemptsTest {
  private final TestClock clock = new TestClock();
  private final LoginAttempts attempts =
      new LoginAttempts(new AddressSettings(2, Duration.ofMinutes(2)), clock);

  @Test
  void eachAddressIsCountedForItself() {
    assertThat(attempts.take("192.0.2.1")).isEmpty();
    assertThat(attempts.take("192.0.2.1")).isEmpty();
    assertThat(attempts.take("192.0.2.1")).contains(Duration.ofMinutes(1));
    assertThat(attempts.take("192.0.2.2")).isEmpty();
    clock.advance(Duration.ofMinutes(1));
    assertThat(attempts.take("192.0.2.1")).isEmpty();
    assertThat(attempts.take("192.0.2.1")).isPresent();
  }

  @Test
  void whatSucceedsDoesNotCount() {
    for (int i = 0; i < 10; i++) {
      assertThat(attempts.take("192.0.2.1")).isEmpty();
      attempts.giveBack("192.0.2.1");
    }
  }

  @Test
  @DisplayName("IPv6は/64ごとに数える")
  void allAddressesOfOneNetworkOfIpv6AreOne() {
    assertThat(attempts.take("2001:db8:0:1::1")).isEmpty();
    assertThat(attempts.take("2001:db8:0:1:ffff::2")).isEmpty();
    assertThat(attempts.take("2001:db8:0:1::3")).isPresent();
    assertThat(attempts.take("2001:db8:0:2::1")).isEmpty();
  }

  @Test
  void settingsThatLockEverybodyOutKeepTheServerFromStarting() {
    assertThatThrownBy(() -> new AddressSettings(0, Duration.ofMinutes(1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new AddressSettings(1, Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
