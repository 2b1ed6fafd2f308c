package jp.chukan.gateway.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import jp.chukan.gateway.staff.SingleSignOnSettings.Registration;
import jp.chukan.gateway.testing.TestKeys;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("シングルサインオンの設定")
class SingleSignOnSettingsTest {

  @ParameterizedTest
  @CsvSource({
    "City, https://sign-on.example, RS256, sub",
    "a/b, https://sign-on.example, RS256, sub",
    "city, http://sign-on.example, RS256, sub",
    "city, file:///etc/passwd, RS256, sub",
    "city, https://sign-on.example, HS256, sub",
    "city, https://sign-on.example, none, sub",
    "city, https://sign-on.example, RS256, ' '",
  })
  void aSignOnThatTrustsTooMuchDoesNotStart(String id, URI issuer, String algorithm, String claim) {
    assertThatThrownBy(() -> registration(id, issuer, algorithm, claim))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void eachHasAnIdOfItsOwn() {
    Registration one = registration("city", URI.create("https://a.example"), "ES256", "sub");
    assertThat(new SingleSignOnSettings(List.of(one)).find("city")).contains(one);
    assertThatThrownBy(() -> new SingleSignOnSettings(List.of(one, one)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Registration registration(String id, URI issuer, String algorithm, String claim) {
    return new Registration(
        id, TestKeys.ISHINOMAKI, "石巻市職員認証", issuer, "chukan", algorithm, claim, "amr", List.of());
  }
}
