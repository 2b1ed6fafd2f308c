package jp.chukan.mocknetwork.connection;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.crypto.Certificates;
import jp.chukan.contract.crypto.CryptoProfile;
import jp.chukan.contract.crypto.DecryptionKey;
import jp.chukan.contract.crypto.DocumentSigner;
import jp.chukan.contract.crypto.KeyFiles;
import jp.chukan.contract.crypto.RecipientCertificate;
import jp.chukan.contract.crypto.SigningKey;
import jp.chukan.contract.crypto.TrustAnchors;
import jp.chukan.mocknetwork.institution.Institution;
import jp.chukan.mocknetwork.institution.InstitutionDirectory;
import jp.chukan.mocknetwork.institution.InstitutionRole;
import org.springframework.stereotype.Component;

/**
 * The keys of documents: one that signs for the network, one per inquirer that opens answers, and
 * one per provider that signs them.
 */
@Component
public final class KeyRing {
  private final SigningKey network;
  private final TrustAnchors anchors;
  private final Map<InstitutionCode, DecryptionKey> inquirers;
  private final Map<InstitutionCode, DocumentSigner> providers;
  private final DocumentSigner disclosureSigner;
  private final DecryptionKey disclosureKey;
  private final Map<InstitutionCode, RecipientCertificate> recipients = new ConcurrentHashMap<>();
  private final InstantSource clock;

  KeyRing(KeyStores files, InstitutionDirectory institutions, InstantSource clock) {
    this.clock = clock;
    this.network = KeyFiles.signingKey(files.file("network-signing"), files.password());
    this.anchors = KeyFiles.trustAnchors(files.file("trust"), files.password());
    String disclosure = institutions.disclosureSystem().code().value();
    this.disclosureSigner =
        new DocumentSigner(
            KeyFiles.signingKey(files.file("signing-" + disclosure), files.password()), clock);
    this.disclosureKey =
        KeyFiles.decryptionKey(files.file("encryption-" + disclosure), files.password());
    this.inquirers =
        institutions.withRole(InstitutionRole.INQUIRER).stream()
            .map(Institution::code)
            .collect(
                Collectors.toUnmodifiableMap(
                    Function.identity(),
                    code ->
                        KeyFiles.decryptionKey(
                            files.file("encryption-" + code.value()), files.password())));
    this.providers =
        institutions.withRole(InstitutionRole.PROVIDER).stream()
            .map(Institution::code)
            .collect(
                Collectors.toUnmodifiableMap(
                    Function.identity(),
                    code ->
                        new DocumentSigner(
                            KeyFiles.signingKey(
                                files.file("signing-" + code.value()), files.password()),
                            clock)));
  }

  /** What signs for the 「情報提供等記録開示システム」; for that system alone. */
  public DocumentSigner disclosureSigner() {
    return disclosureSigner;
  }

  /** The key with which the 「情報提供等記録開示システム」 opens what it asked for; for that system alone. */
  public DecryptionKey disclosureKey() {
    return disclosureKey;
  }

  SigningKey network() {
    return network;
  }

  TrustAnchors anchors() {
    return anchors;
  }

  /**
   * Profile of the algorithms for answers to this key: the strongest that it is for, because this
   * country allows them all.
   */
  public static CryptoProfile profileFor(Set<CryptoProfile> ofKey) {
    return CryptoProfile.strongest(ofKey, Set.of(CryptoProfile.values())).orElseThrow();
  }

  /** Profile of the answers to an inquirer of this country. */
  public String profileId(InstitutionCode inquirer) {
    return profileFor(decryptionKey(inquirer).profiles()).id();
  }

  /**
   * The key with which an inquirer opens its answers; for the inquirer alone.
   *
   * @throws IllegalArgumentException when the institution is no inquirer
   */
  public DecryptionKey decryptionKey(InstitutionCode inquirer) {
    DecryptionKey key = inquirers.get(inquirer);
    if (key == null) {
      throw new IllegalArgumentException("no inquirer " + inquirer);
    }
    return key;
  }

  /**
   * What signs for a provider; for the provider alone.
   *
   * @throws IllegalArgumentException when this country plays no such provider
   */
  public DocumentSigner signer(InstitutionCode provider) {
    DocumentSigner signer = providers.get(provider);
    if (signer == null) {
      throw new IllegalArgumentException("no provider " + provider);
    }
    return signer;
  }

  /**
   * The certificate to which answers for an inquirer may be encrypted.
   *
   * @throws jp.chukan.contract.error.InvalidInputException TKY_KEY_UNSUITABLE when it is not one
   *     that was issued to this inquirer for encryption
   */
  public RecipientCertificate recipient(byte[] certificate, InstitutionCode inquirer) {
    // One municipality has one certificate, and thousands of inquiries with it.
    RecipientCertificate known = recipients.get(inquirer);
    if (known != null && Arrays.equals(encoded(known.certificate()), certificate)) {
      return known;
    }
    RecipientCertificate verified =
        RecipientCertificate.verify(certificate, inquirer, anchors, clock);
    recipients.put(inquirer, verified);
    return verified;
  }

  /** DER of the certificate that belongs to an inquirer's key. */
  public byte[] encryptionCertificate(InstitutionCode inquirer) {
    return encoded(decryptionKey(inquirer).certificate());
  }

  public String encryptionKeyId(InstitutionCode inquirer) {
    return decryptionKey(inquirer).keyId();
  }

  /** DER of the certificate of the signing key: trusted, and made for no encryption. */
  public byte[] networkCertificate() {
    return encoded(network.certificate());
  }

  public String networkKeyId() {
    return Certificates.keyIdOf(network.certificate());
  }

  private static byte[] encoded(X509Certificate certificate) {
    try {
      return certificate.getEncoded();
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("a certificate that was read cannot be written", e);
    }
  }
}
