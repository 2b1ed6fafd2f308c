package jp.chukan.gateway.crypto;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.SystemIdentifier;
import jp.chukan.gateway.kernel.ServedInstitutions;
import jp.chukan.gateway.kernel.ServedInstitutions.Institution;
import jp.chukan.gateway.testing.TestKeys;

/** The keys of a test, read as the server reads them. */
public final class TestInstalledKeys {
  private TestInstalledKeys() {}

  static InstalledKeys of(KeySettings settings, InstitutionCode... served) {
    List<Institution> institutions =
        Stream.of(served)
            .map(
                code ->
                    new Institution(
                        code,
                        "架空市",
                        new SystemIdentifier("T000000001"),
                        URI.create("https://localhost/hub")))
            .toList();
    return new InstalledKeys(
        settings, new ServedInstitutions(institutions), TestKeys.PLATFORM.value());
  }

  /** Those that open the answers to these institutions. */
  public static InstitutionDecryptionKeys decryptionKeys(
      TestKeys keys, InstantSource clock, InstitutionCode... served) {
    return new InstitutionDecryptionKeys(of(keys.settings(), served), clock);
  }
}
