package jp.chukan.gateway.crypto;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.crypto.Certificates;
import jp.chukan.contract.crypto.DecryptionKey;
import jp.chukan.contract.crypto.SigningKey;
import jp.chukan.contract.crypto.TlsKey;
import jp.chukan.contract.crypto.TrustAnchors;
import org.jspecify.annotations.Nullable;

/** The certificates of this installation, old and new, and which of them are in use. */
public final class InstalledCertificates {
  private final Supplier<List<CertificateFacts>> server;
  private final Function<InstitutionCode, List<CertificateFacts>> institutions;
  private final Supplier<Set<String>> inUse;
  private final Supplier<List<String>> faults;

  private InstalledCertificates(
      Supplier<List<CertificateFacts>> server,
      Function<InstitutionCode, List<CertificateFacts>> institutions,
      Supplier<Set<String>> inUse,
      Supplier<List<String>> faults) {
    this.server = server;
    this.institutions = institutions;
    this.inUse = inUse;
    this.faults = faults;
  }

  /**
   * These, all of them in use.
   *
   * @param server of the server itself
   * @param institutions of each served institution
   */
  public InstalledCertificates(
      List<CertificateFacts> server, Map<InstitutionCode, List<CertificateFacts>> institutions) {
    this(
        () -> List.copyOf(server),
        code -> institutions.getOrDefault(code, List.of()),
        () ->
            Stream.concat(server.stream(), institutions.values().stream().flatMap(List::stream))
                .map(CertificateFacts::keyId)
                .collect(Collectors.toSet()),
        List::of);
  }

  /** Those of the keys as they are now. */
  static InstalledCertificates of(InstalledKeys keys, TrustAnchors anchors, InstantSource clock) {
    return new InstalledCertificates(
        () ->
            Stream.concat(
                    Stream.of(TlsBundle.values())
                        .flatMap(
                            bundle ->
                                facts(
                                    bundle.use(),
                                    keys.ring().tls().get(bundle),
                                    TlsKey::certificate)),
                    anchors.authorities().stream()
                        .map(one -> CertificateFacts.of(CertificateUse.AUTHORITY, one)))
                .toList(),
        code -> ofInstitution(keys.ring(), code),
        () -> inUse(keys.ring(), anchors, clock.instant()),
        () -> keys.ring().faults());
  }

  private static List<CertificateFacts> ofInstitution(KeyRing ring, InstitutionCode code) {
    KeySet<DecryptionKey> decryption = ring.decryption().get(code);
    return decryption == null
        ? List.of()
        : Stream.concat(
                facts(CertificateUse.SIGNING, ring.signing().get(code), SigningKey::certificate),
                facts(CertificateUse.DECRYPTION, decryption, DecryptionKey::certificate))
            .toList();
  }

  private static <K> Stream<CertificateFacts> facts(
      CertificateUse use, @Nullable KeySet<K> keys, Function<K, X509Certificate> certificate) {
    return keys == null
        ? Stream.empty()
        : keys.all().stream().map(certificate).map(one -> CertificateFacts.of(use, one));
  }

  private static Set<String> inUse(KeyRing ring, TrustAnchors anchors, Instant now) {
    return Stream.of(
            ring.signing().values().stream()
                .map(set -> set.inUse(SigningKey::certificate, now).certificate()),
            ring.decryption().values().stream()
                .map(set -> set.inUse(DecryptionKey::certificate, now).certificate()),
            ring.tls().values().stream()
                .map(set -> set.inUse(TlsKey::certificate, now).certificate()),
            anchors.authorities().stream())
        .flatMap(certificates -> certificates)
        .map(Certificates::keyIdOf)
        .collect(Collectors.toSet());
  }

  /** Those of the server itself, and whom it trusts. */
  public List<CertificateFacts> ofServer() {
    return server.get();
  }

  /** Those of an institution; empty for one that is not served. */
  public List<CertificateFacts> of(InstitutionCode institution) {
    return institutions.apply(institution);
  }

  /** Key ids of those in use: what signs, what answers are asked for under, what is shown. */
  public Set<String> inUse() {
    return inUse.get();
  }

  /** What is in the key store and cannot be used, by its name and with the reason. */
  public List<String> faults() {
    return faults.get();
  }
}
