package jp.chukan.gateway.crypto;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import jp.chukan.contract.crypto.CryptoProfile;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which 「暗号方式」 this installation allows. */
@Configuration(proxyBeanMethods = false)
class ProfileConfiguration {

  @Bean
  AllowedProfiles allowedProfiles(
      @Value("${chukan.crypto.profiles:C1,H1}") String[] ids, TrustLists lists) {
    return allowed(ids, lists::inForce);
  }

  /**
   * What the installation allows and, once there is a 「信頼リスト」, the network as well.
   *
   * @param ids of profiles, both unless it is said otherwise
   * @throws IllegalArgumentException when there is none, or one that this server does not speak:
   *     then it does not start
   */
  static AllowedProfiles allowed(String[] ids, Supplier<Optional<TrustListInForce>> list) {
    Set<CryptoProfile> own =
        Arrays.stream(ids)
            .map(String::strip)
            .map(ProfileConfiguration::profile)
            .collect(Collectors.toUnmodifiableSet());
    if (own.isEmpty()) {
      throw new IllegalArgumentException("chukan.crypto.profiles allows nothing");
    }
    return () -> list.get().map(inForce -> inBoth(own, inForce.profiles())).orElse(own);
  }

  private static Set<CryptoProfile> inBoth(Set<CryptoProfile> own, Set<String> ids) {
    return own.stream()
        .filter(profile -> ids.contains(profile.id()))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static CryptoProfile profile(String id) {
    return CryptoProfile.ofId(id)
        .orElseThrow(() -> new IllegalArgumentException("chukan.crypto.profiles: " + id));
  }
}
