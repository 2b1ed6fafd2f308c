package jp.chukan.gateway.record.stamp;

import java.net.http.HttpClient;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.List;
import jp.chukan.contract.crypto.KeyFiles;
import jp.chukan.contract.crypto.RevocationKnowledge;
import jp.chukan.contract.crypto.TimeStampVerifier;
import jp.chukan.contract.crypto.TrustAnchors;
import jp.chukan.contract.document.TrustedAuthority.Use;
import jp.chukan.gateway.crypto.AuthoritiesInForce;
import jp.chukan.gateway.kernel.BoundedExchange;
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
      TimeStampSettings settings,
      @Value("${chukan.keys.password}") String password,
      AuthoritiesInForce authorities,
      RevocationKnowledge revocations) {
    List<X509Certificate> given =
        KeyFiles.trustAnchors(settings.trust(), password.toCharArray()).authorities();
    return new TimeStampVerifier(
        new TrustAnchors(authorities.beside(given, Use.TIME_STAMPS), revocations));
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
        BoundedExchange.client(settings.timeLimit())
            .sslContext(RenewedTls.context(bundles, settings.bundle()))
            .build();
    return new HttpTimeStampAuthority(settings, http, verifier, clock, random);
  }
}
