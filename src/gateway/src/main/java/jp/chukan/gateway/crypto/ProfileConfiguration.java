package jp.chukan.gateway.crypto;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import jp.chukan.contract.crypto.CryptoProfile;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which 「暗号方式」 this installation allows. */
@Configuration(proxyBeanMethods = false)
class ProfileConfiguration {

  /**
   * @param ids of profiles, both unless it is said otherwise
   * @throws IllegalArgumentException when there is none, or one that this server does not speak:
   *     then it does not start
   */
  @Bean
  AllowedProfiles allowedProfiles(@Value("${chukan.crypto.profiles:C1,H1}") String[] ids) {
    Set<CryptoProfile> profiles =
        Arrays.stream(ids)
            .map(String::strip)
            .map(ProfileConfiguration::profile)
            .collect(Collectors.toUnmodifiableSet());
    if (profiles.isEmpty()) {
      throw new IllegalArgumentException("chukan.crypto.profiles allows nothing");
    }
    return () -> profiles;
  }

  private static CryptoProfile profile(String id) {
    return CryptoProfile.ofId(id)
        .orElseThrow(() -> new IllegalArgumentException("chukan.crypto.profiles: " + id));
  }
}
