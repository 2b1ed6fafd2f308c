package jp.chukan.gateway.crypto;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.crypto.DocumentSigner;
import jp.chukan.contract.crypto.KeyFiles;
import jp.chukan.contract.crypto.TrustAnchors;
import jp.chukan.contract.crypto.WrappingKey;
import jp.chukan.gateway.kernel.ServedInstitutions;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Loads the keys of this installation once; they are in key stores, never in the configuration. */
@Configuration(proxyBeanMethods = false)
class KeyConfiguration {
  private final Path directory;
  private final char[] password;

  KeyConfiguration(
      @Value("${chukan.keys.directory}") Path directory,
      @Value("${chukan.keys.password}") String password) {
    this.directory = directory;
    this.password = password.toCharArray();
  }

  @Bean
  WrappingKey masterKey() {
    return KeyFiles.wrappingKey(directory.resolve("master.p12"), password, "master-1");
  }

  /**
   * The signing key of each served institution: an answer is signed by who gives it. The operator
   * of the platform signs the heads over what its own staff did.
   */
  @Bean
  InstitutionSigners institutionSigners(
      ServedInstitutions institutions,
      @Value("${chukan.console.platform}") String platform,
      InstantSource clock) {
    Map<InstitutionCode, DocumentSigner> signers =
        Stream.concat(institutions.codes().stream(), Stream.of(new InstitutionCode(platform)))
            .distinct()
            .collect(
                Collectors.toUnmodifiableMap(
                    Function.identity(),
                    code ->
                        new DocumentSigner(
                            KeyFiles.signingKey(
                                directory.resolve("signing-" + code + ".p12"), password),
                            clock)));
    return new InstitutionSigners(signers);
  }

  /** The key of each served institution to which the answers to its inquiries are encrypted. */
  @Bean
  InstitutionDecryptionKeys institutionDecryptionKeys(ServedInstitutions institutions) {
    return new InstitutionDecryptionKeys(
        institutions.codes().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Function.identity(),
                    code ->
                        KeyFiles.decryptionKey(
                            directory.resolve("encryption-" + code + ".p12"), password))));
  }

  /** What people look at to renew in time. */
  @Bean
  InstalledCertificates installedCertificates(
      ServedInstitutions institutions, TrustAnchors anchors) {
    List<CertificateFacts> server = new ArrayList<>();
    server.add(facts(CertificateUse.TLS_SERVER, "gateway-server"));
    server.add(facts(CertificateUse.TLS_CLIENT, "gateway-client"));
    anchors.authorities().stream()
        .map(authority -> CertificateFacts.of(CertificateUse.AUTHORITY, authority))
        .forEach(server::add);
    return new InstalledCertificates(
        server,
        institutions.codes().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Function.identity(),
                    code ->
                        List.of(
                            facts(CertificateUse.SIGNING, "signing-" + code),
                            facts(CertificateUse.DECRYPTION, "encryption-" + code)))));
  }

  private CertificateFacts facts(CertificateUse use, String file) {
    return CertificateFacts.of(
        use, KeyFiles.certificate(directory.resolve(file + ".p12"), password));
  }
}
