package jp.chukan.contract.crypto;

import static jp.chukan.contract.crypto.RevocationSignatures.refused;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import org.bouncycastle.asn1.x509.CertificateList;
import org.jspecify.annotations.Nullable;

/**
 * A 「失効リスト」 (CRL, RFC 5280 section 5) that an authority has signed over what it issued itself: a
 * whole one. Parts of one (deltas, lists by reason or by kind of certificate) and lists over what
 * others issued say so by critical extensions, and are refused with all others that have one.
 */
public final class VerifiedRevocationList implements RevocationEvidence {
  private static final int CRL_SIGN = 6;

  private final byte[] encoded;
  private final Instant madeAt;
  private final Instant nextAt;
  private final Map<BigInteger, Instant> revoked;

  private VerifiedRevocationList(byte[] encoded, X509CRL list) {
    this.encoded = encoded;
    this.madeAt = list.getThisUpdate().toInstant();
    this.nextAt = list.getNextUpdate().toInstant();
    this.revoked = new HashMap<>();
    Set<? extends X509CRLEntry> entries = list.getRevokedCertificates();
    if (entries != null) {
      entries.forEach(
          entry -> revoked.put(entry.getSerialNumber(), entry.getRevocationDate().toInstant()));
    }
  }

  /**
   * Whether the next is due already is for the caller to say: what is held may be a little old.
   *
   * @throws InvalidInputException {@link ErrorCode#SCM_REVOCATION_LIST} when it is no such list of
   *     this authority
   */
  public static VerifiedRevocationList verify(byte[] der, X509Certificate authority, Instant now) {
    try {
      var input = new ByteArrayInputStream(der);
      if (!(CertificateFactory.getInstance("X.509").generateCRL(input) instanceof X509CRL list)
          || input.available() != 0) {
        throw refused(ErrorCode.SCM_REVOCATION_LIST, "not exactly one list");
      }
      // a signature is whole bytes; the platform would pass over bits said to be unused
      if (CertificateList.getInstance(der).getSignature().getPadBits() != 0) {
        throw refused(ErrorCode.SCM_REVOCATION_LIST, "a signature of broken bytes");
      }
      check(list, authority, now);
      return new VerifiedRevocationList(der.clone(), list);
    } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
      throw refused(ErrorCode.SCM_REVOCATION_LIST, unreadable);
    }
  }

  private static void check(X509CRL list, X509Certificate authority, Instant now)
      throws GeneralSecurityException {
    boolean[] usage = authority.getKeyUsage();
    if (!list.getIssuerX500Principal().equals(authority.getSubjectX500Principal())
        || (usage != null && !usage[CRL_SIGN])) {
      throw refused(ErrorCode.SCM_REVOCATION_LIST, "of another authority");
    }
    if (!RevocationSignatures.ALGORITHMS.contains(list.getSigAlgOID())) {
      throw refused(ErrorCode.SCM_REVOCATION_LIST, "signed by another algorithm");
    }
    list.verify(authority.getPublicKey());
    if (!RevocationSignatures.isSound(list.getThisUpdate(), list.getNextUpdate(), now)) {
      throw refused(ErrorCode.SCM_REVOCATION_LIST, "without a time, or of a time to come");
    }
    if (isCritical(list.getCriticalExtensionOIDs()) || hasCriticalEntry(list)) {
      throw refused(ErrorCode.SCM_REVOCATION_LIST, "not the whole list");
    }
  }

  private static boolean isCritical(@Nullable Set<String> extensions) {
    return extensions != null && !extensions.isEmpty();
  }

  private static boolean hasCriticalEntry(X509CRL list) {
    Set<? extends X509CRLEntry> entries = list.getRevokedCertificates();
    return entries != null
        && entries.stream().anyMatch(entry -> isCritical(entry.getCriticalExtensionOIDs()));
  }

  /** Since when the certificate of this authority is revoked, or empty when it is not. */
  public Optional<Instant> revokedSince(BigInteger serial) {
    return Optional.ofNullable(revoked.get(serial));
  }

  /** Serial numbers on it. */
  public Set<BigInteger> serials() {
    return Set.copyOf(revoked.keySet());
  }

  @Override
  public Instant madeAt() {
    return madeAt;
  }

  @Override
  public Instant nextAt() {
    return nextAt;
  }

  @Override
  public byte[] encoded() {
    return encoded.clone();
  }

  @Override
  public String toString() {
    return "VerifiedRevocationList[" + madeAt + ", " + revoked.size() + " revoked]";
  }
}
