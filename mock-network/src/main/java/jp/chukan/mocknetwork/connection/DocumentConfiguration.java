package jp.chukan.mocknetwork.connection;

import java.time.InstantSource;
import jp.chukan.contract.crypto.DocumentSigner;
import jp.chukan.contract.crypto.DocumentVerifier;
import jp.chukan.contract.crypto.KeyFiles;
import jp.chukan.contract.crypto.TimeStampIssuer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What signs and verifies documents. */
@Configuration(proxyBeanMethods = false)
class DocumentConfiguration {
  /** Signs everything that the network sends. */
  @Bean
  DocumentSigner networkSigner(KeyRing keys, InstantSource clock) {
    return new DocumentSigner(keys.network(), clock);
  }

  /** Signs the time stamps of the country's 「時刻認証局」. */
  @Bean
  TimeStampIssuer timeStampIssuer(KeyStores files) {
    return new TimeStampIssuer(
        KeyFiles.signingKey(files.file("time-stamp-authority"), files.password()));
  }

  @Bean
  DocumentVerifier documentVerifier(KeyRing keys, InstantSource clock) {
    return new DocumentVerifier(keys.anchors(), clock);
  }
}
