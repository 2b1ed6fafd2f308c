package jp.chukan.gateway.crypto;

import java.security.KeyStore;
import java.util.List;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.gateway.kernel.ServedInstitutions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The keys of this installation as they were read last. They are read at the start and again while
 * the server runs, so that keys are replaced without an interruption.
 */
@Component
final class InstalledKeys {
  private static final Logger log = LoggerFactory.getLogger(InstalledKeys.class);

  private final KeyReader reader;
  private final List<InstitutionCode> holders;
  private final List<InstitutionCode> signers;

  private volatile KeyRing ring;

  /**
   * @param platform 「機関コード」 of the platform, whose own staff's deeds are signed for as well
   * @throws jp.chukan.contract.crypto.UnusableKeyFileException when there is a use without any key
   */
  InstalledKeys(
      KeySettings settings,
      ServedInstitutions institutions,
      @Value("${chukan.console.platform}") String platform) {
    this.reader = new KeyReader(settings);
    this.holders = institutions.codes();
    this.signers = institutions.codesAnd(new InstitutionCode(platform));
    this.ring = reader.read(signers, holders, null);
    warn(List.of());
  }

  KeyRing ring() {
    return ring;
  }

  /** Reads them again; what cannot be used leaves what is in use as it is. */
  synchronized KeyRing reload() {
    List<String> before = ring.faults();
    ring = reader.read(signers, holders, ring);
    warn(before);
    return ring;
  }

  /** Whom this server takes connections from, and connects to, as it is in the store now. */
  KeyStore trustStore() {
    return reader.trustStore();
  }

  /** Once of each: what is broken is read every minute. */
  private void warn(List<String> told) {
    ring.faults().stream()
        .filter(fault -> !told.contains(fault))
        .forEach(fault -> log.warn("a key cannot be used: {}", fault));
  }
}
