package jp.chukan.gateway.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

  private static AllowedProfiles allowed(String... ids) {
    return new ProfileConfiguration().allowedProfiles(ids);
  }
}
