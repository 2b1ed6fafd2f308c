package jp.chukan.gateway.record.stamp;

import java.net.http.HttpClient;
import java.security.SecureRandom;
import java.time.InstantSource;
import jp.chukan.contract.crypto.KeyFiles;
import jp.chukan.contract.crypto.TimeStampVerifier;
import jp.chukan.gateway.kernel.RenewedTls;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The configured authority, or none; and what verifies its time stamps, now and later. */
@Configuration(proxyBeanMethods = false)
class TimeStampConfiguration {

  @Bean
  TimeStampVerifier timeStampVerifier(
      TimeStampSettings settings, @Value("${chukan.keys.password}") String password) {
    return new TimeStampVerifier(KeyFiles.trustAnchors(settings.trust(), password.toCharArray()));
  }

  @Bean
  TimeStampAuthority timeStampAuthority(
      TimeStampSettings settings,
      TimeStampVerifier verifier,
      SslBundles bundles,
      InstantSource clock,
      SecureRandom random) {
    if (!settings.hasAuthority()) {
      return document -> new StampOutcome.WithoutAuthority();
    }
    HttpClient http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(settings.timeLimit())
            .sslContext(RenewedTls.context(bundles, settings.bundle()))
            .build();
    return new HttpTimeStampAuthority(settings, http, verifier, clock, random);
  }
}
