package jp.chukan.gateway.crypto;

import java.nio.file.Path;
import java.time.InstantSource;
import jp.chukan.contract.crypto.DocumentVerifier;
import jp.chukan.contract.crypto.KeyFiles;
import jp.chukan.contract.crypto.RevocationKnowledge;
import jp.chukan.contract.crypto.TrustAnchors;
import jp.chukan.contract.document.TrustedAuthority.Use;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Whom this installation believes, and how it proves what they signed. */
@Configuration(proxyBeanMethods = false)
class TrustConfiguration {

  @Bean
  BootstrapAuthorities bootstrapAuthorities(
      @Value("${chukan.keys.directory}") Path directory,
      @Value("${chukan.keys.password}") String password) {
    return new BootstrapAuthorities(
        KeyFiles.trustAnchors(directory.resolve("trust.p12"), password.toCharArray())
            .authorities());
  }

  @Bean
  AuthoritiesInForce authoritiesInForce(BootstrapAuthorities bootstrap, TrustLists lists) {
    return new AuthoritiesInForce(bootstrap.certificates(), lists::proved);
  }

  /** Of documents, and of the keys that answers are encrypted to. */
  @Bean
  TrustAnchors trustAnchors(AuthoritiesInForce authorities, RevocationKnowledge revocations) {
    return new TrustAnchors(() -> authorities.of(Use.DOCUMENTS), revocations);
  }

  @Bean
  DocumentVerifier documentVerifier(TrustAnchors anchors, InstantSource clock) {
    return new DocumentVerifier(anchors, clock);
  }
}
