package jp.chukan.gateway.operation;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.gateway.crypto.CertificateFacts;
import jp.chukan.gateway.crypto.CertificateUse;
import jp.chukan.gateway.crypto.DataKeys;
import jp.chukan.gateway.crypto.InstalledCertificates;
import jp.chukan.gateway.crypto.MasterKeys;
import jp.chukan.gateway.crypto.RewrapDataKeys;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.kernel.ServedInstitutions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which keys there are and which are in use, by their ids. */
@Component
class KeyOverview {
  private final InstalledCertificates installed;
  private final MasterKeys masterKeys;
  private final DataKeys dataKeys;
  private final RewrapDataKeys rewrap;
  private final InstitutionTransactions transactions;
  private final ServedInstitutions institutions;

  KeyOverview(
      InstalledCertificates installed,
      MasterKeys masterKeys,
      DataKeys dataKeys,
      RewrapDataKeys rewrap,
      InstitutionTransactions transactions,
      ServedInstitutions institutions) {
    this.installed = installed;
    this.masterKeys = masterKeys;
    this.dataKeys = dataKeys;
    this.rewrap = rewrap;
    this.transactions = transactions;
    this.institutions = institutions;
  }

  /**
   * Everything.
   *
   * @param keys those with certificates, old and new
   * @param masterKeys ids of all that are there
   * @param newestMasterKey the one that wraps
   * @param dataKeys of each served institution
   * @param leftUnderOthers how many data keys are under other master keys than the newest
   * @param unusable what is in the key store and cannot be used, with the reason
   */
  record View(
      List<KeyView> keys,
      List<String> masterKeys,
      String newestMasterKey,
      List<DataKeyView> dataKeys,
      int leftUnderOthers,
      List<String> unusable) {}

  /** A key with a certificate. */
  record KeyView(
      CertificateUse use,
      @Nullable InstitutionCode institution,
      String keyId,
      Instant from,
      Instant to,
      boolean inUse) {}

  /** A data key. */
  record DataKeyView(
      InstitutionCode institution,
      int number,
      @Nullable String masterKey,
      Instant createdAt,
      @Nullable Instant destroyedAt) {}

  View all() {
    Set<String> inUse = installed.inUse();
    return new View(
        Stream.concat(
                installed.ofServer().stream(),
                institutions.codes().stream().flatMap(code -> installed.of(code).stream()))
            .map(facts -> view(facts, inUse))
            .toList(),
        masterKeys.ids(),
        masterKeys.newestId(),
        institutions.codes().stream().flatMap(this::dataKeys).toList(),
        institutions.codes().stream().mapToInt(rewrap::left).sum(),
        installed.faults());
  }

  private static KeyView view(CertificateFacts facts, Set<String> inUse) {
    return new KeyView(
        facts.use(),
        facts.holder(),
        facts.keyId(),
        facts.from(),
        facts.to(),
        inUse.contains(facts.keyId()));
  }

  private Stream<DataKeyView> dataKeys(InstitutionCode institution) {
    return transactions.within(institution, dataKeys::all).stream()
        .map(
            key ->
                new DataKeyView(
                    institution, key.id(), key.masterKey(), key.createdAt(), key.destroyedAt()));
  }
}
