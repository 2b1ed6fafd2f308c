package jp.chukan.gateway.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import jp.chukan.contract.crypto.CryptoProfile;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Attempt: a setting that allows nothing, or what this server does not speak. Result: no start. */
@DisplayName("許可する暗号方式の設定")
class ProfileConfigurationTest {

  @Test // MS-43
  void theSettingNamesWhatIsAllowed() {
    assertThat(allowed("C1", " H1 ").now())
        .containsExactlyInAnyOrder(CryptoProfile.CLASSICAL, CryptoProfile.HYBRID);
    assertThat(allowed("H1").now()).containsExactly(CryptoProfile.HYBRID);
  }

  @Test // MS-43
  @DisplayName("知らない方式や空の設定では起動しない")
  void whatThisServerDoesNotSpeakStopsTheStart() {
    assertThatThrownBy(() -> allowed("C1", "H2")).hasMessage("chukan.crypto.profiles: H2");
    assertThatThrownBy(() -> allowed("h1")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> allowed()).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> allowed("")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test // MS-42, MS-43
  @DisplayName("信頼リストがあれば、網も認める方式だけを許可する")
  void whatTheTrustListDoesNotNameIsNotAllowed() {
    AtomicReference<TrustListInForce> list = new AtomicReference<>();
    AllowedProfiles allowed =
        ProfileConfiguration.allowed(
            new String[] {"C1", "H1"}, () -> Optional.ofNullable(list.get()));

    assertThat(allowed.now()).hasSize(2);
    list.set(naming("H1", "X9"));
    assertThat(allowed.now()).containsExactly(CryptoProfile.HYBRID);
    list.set(naming("X9"));
    assertThat(allowed.now()).isEmpty();
  }

  private static TrustListInForce naming(String... profiles) {
    Instant now = Instant.parse("2026-10-01T00:00:00Z");
    return new TrustListInForce(1, now, now, now, 1, Set.of(profiles));
  }

  private static AllowedProfiles allowed(String... ids) {
    return ProfileConfiguration.allowed(ids, Optional::empty);
  }
}
