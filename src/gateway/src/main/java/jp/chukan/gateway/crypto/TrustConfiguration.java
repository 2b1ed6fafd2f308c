package jp.chukan.gateway.crypto;

import java.nio.file.Path;
import java.time.InstantSource;
import jp.chukan.contract.crypto.DocumentVerifier;
import jp.chukan.contract.crypto.KeyFiles;
import jp.chukan.contract.crypto.TrustAnchors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Whom this installation believes, and how it proves what they signed. */
@Configuration(proxyBeanMethods = false)
class TrustConfiguration {

  @Bean
  TrustAnchors trustAnchors(
      @Value("${chukan.keys.directory}") Path directory,
      @Value("${chukan.keys.password}") String password) {
    return KeyFiles.trustAnchors(directory.resolve("trust.p12"), password.toCharArray());
  }

  @Bean
  DocumentVerifier documentVerifier(TrustAnchors anchors, InstantSource clock) {
    return new DocumentVerifier(anchors, clock);
  }
}
