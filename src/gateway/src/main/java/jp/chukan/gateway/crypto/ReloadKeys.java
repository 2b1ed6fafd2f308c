package jp.chukan.gateway.crypto;

import java.util.List;
import jp.chukan.contract.crypto.UnusableKeyFileException;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.gateway.kernel.JobProgress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Reads the keys again, so that new ones are used and old ones that were taken away are not,
 * without an interruption. What cannot be used leaves in use what is in use, and the run counts as
 * failed.
 */
@Component("reloadKeys")
public final class ReloadKeys {
  private static final Logger log = LoggerFactory.getLogger(ReloadKeys.class);

  private final InstalledKeys keys;
  private final TlsBundles bundles;

  ReloadKeys(InstalledKeys keys, TlsBundles bundles) {
    this.keys = keys;
    this.bundles = bundles;
  }

  /**
   * @return names of what cannot be used, with the reason
   */
  public List<String> reload(JobProgress progress) {
    List<String> faults = keys.reload().faults();
    faults.forEach(fault -> progress.fault(ErrorCode.SCM_KEY_UNUSABLE));
    try {
      bundles.renew();
    } catch (UnusableKeyFileException unusable) {
      log.warn("connections keep what they have: {}", unusable.getMessage());
      progress.fault(ErrorCode.SCM_KEY_UNUSABLE);
    }
    return faults;
  }
}
