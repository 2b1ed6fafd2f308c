package jp.chukan.gateway.crypto;

import java.time.InstantSource;
import jp.chukan.contract.crypto.TrustAnchors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What the keys of this installation are used for; they are in key stores, never in the
 * configuration.
 */
@Configuration(proxyBeanMethods = false)
class KeyConfiguration {

  @Bean
  MasterKeys masterKeys(InstalledKeys keys) {
    return new MasterKeys(() -> keys.ring().master());
  }

  /**
   * The signing keys of each served institution: an answer is signed by who gives it. The operator
   * of the platform signs the heads over what its own staff did.
   */
  @Bean
  InstitutionSigners institutionSigners(InstalledKeys keys, InstantSource clock) {
    return new InstitutionSigners(keys, clock);
  }

  /** The keys of each served institution to which the answers to its inquiries are encrypted. */
  @Bean
  InstitutionDecryptionKeys institutionDecryptionKeys(InstalledKeys keys, InstantSource clock) {
    return new InstitutionDecryptionKeys(keys, clock);
  }

  /** What people look at to renew in time. */
  @Bean
  InstalledCertificates installedCertificates(
      InstalledKeys keys, TrustAnchors anchors, InstantSource clock) {
    return InstalledCertificates.of(keys, anchors, clock);
  }
}
