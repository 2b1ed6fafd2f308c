package jp.chukan.contract.crypto;

import java.nio.ByteBuffer;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import jp.chukan.contract.crypto.CertificatePath.Link;
import jp.chukan.contract.crypto.RevocationState.Good;
import jp.chukan.contract.crypto.RevocationState.Revoked;
import jp.chukan.contract.crypto.RevocationState.Unreachable;
import jp.chukan.contract.crypto.RevocationState.WithoutSource;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.contract.error.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * The authorities that issue the certificates of this network. A certificate is trusted when a path
 * leads from one of them to it (RFC 5280, PKIX), it is valid now, and none of the path is revoked.
 *
 * <p>Each way to fail is a refusal of its own:
 *
 * <ul>
 *   <li>{@link ErrorCode#SCM_CERTIFICATE_ISSUER} no authority in force has issued it
 *   <li>{@link ErrorCode#SCM_CERTIFICATE_EXPIRED}, {@link ErrorCode#SCM_CERTIFICATE_NOT_YET_VALID}
 *   <li>{@link ErrorCode#SCM_PEER_CERTIFICATE_REVOKED} it, or what issued it, is revoked
 *   <li>{@link ErrorCode#SCM_REVOCATION_UNREACHABLE} whether it is cannot be told
 *   <li>{@link ErrorCode#SCM_REVOCATION_NO_SOURCE} nobody has configured how to tell
 *   <li>{@link ErrorCode#SCM_CERTIFICATE} unreadable, or a path that breaks another rule
 * </ul>
 *
 * <p>Proved paths are remembered for a short time, because one validation costs as much as several
 * signatures. Only paths that passed get in, so a stranger cannot fill the memory; the validity
 * period and revocation are checked at each use.
 */
public final class TrustAnchors {
  static final int REMEMBERED = 1_000;
  static final Duration REMEMBERED_FOR = Duration.ofMinutes(5);

  /**
   * @param anchors by which it was proved: others are proved anew
   */
  private record Passed(CertificatePath path, Set<TrustAnchor> anchors, Instant forgetAt) {}

  /**
   * @param given by whom, to be told from the next
   */
  private record InForce(List<X509Certificate> given, Set<TrustAnchor> anchors) {}

  private final Supplier<List<X509Certificate>> authorities;
  private final RevocationKnowledge revocations;
  private volatile InForce inForce;
  private final Map<ByteBuffer, Passed> passed =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ByteBuffer, Passed> eldest) {
          return size() > REMEMBERED;
        }
      };

  /** Authorities that do not change, {@linkplain RevocationKnowledge#notAsked without asking}. */
  public TrustAnchors(Collection<X509Certificate> authorities) {
    this(fixed(List.copyOf(authorities)), RevocationKnowledge.notAsked());
  }

  /**
   * @param authorities those in force at each moment, at least one; the same object as long as they
   *     are the same
   */
  public TrustAnchors(
      Supplier<List<X509Certificate>> authorities, RevocationKnowledge revocations) {
    this.authorities = authorities;
    this.revocations = revocations;
    this.inForce = anchors(authorities.get());
  }

  private static Supplier<List<X509Certificate>> fixed(List<X509Certificate> authorities) {
    return () -> authorities;
  }

  private static InForce anchors(List<X509Certificate> given) {
    if (given.isEmpty()) {
      throw new IllegalArgumentException("no trust anchor");
    }
    return new InForce(
        given,
        given.stream()
            .map(authority -> new TrustAnchor(authority, null))
            .collect(Collectors.toUnmodifiableSet()));
  }

  /** Certificates of the authorities in force, for TLS and for display of their expiry. */
  public List<X509Certificate> authorities() {
    return inForce().given();
  }

  private InForce inForce() {
    InForce known = inForce;
    List<X509Certificate> now = authorities.get();
    if (known.given() != now) {
      known = anchors(now);
      inForce = known;
    }
    return known;
  }

  /**
   * Parses the certificate and proves that it can be trusted at this moment.
   *
   * @param others what came along and may hold intermediate authorities
   * @throws InvalidInputException as said above
   */
  X509Certificate trusted(byte[] der, Collection<X509Certificate> others, Instant now) {
    CertificatePath path = proved(der, others, now);
    path.links().forEach(this::checkRevocation);
    return path.certificate();
  }

  X509Certificate trusted(byte[] der, Instant now) {
    return trusted(der, List.of(), now);
  }

  /**
   * The same for what was signed long ago. Only what is known to have been revoked by then is
   * refused: nobody keeps lists of what has long expired.
   */
  X509Certificate trustedAsOf(byte[] der, Collection<X509Certificate> others, Instant at) {
    CertificatePath path = proved(der, others, at);
    for (Link link : path.links()) {
      if (revocations.of(link.certificate(), link.issuer()) instanceof Revoked(Instant since)
          && !since.isAfter(at)) {
        throw InvalidInputException.of(ErrorCode.SCM_PEER_CERTIFICATE_REVOKED);
      }
    }
    return path.certificate();
  }

  private void checkRevocation(Link link) {
    switch (revocations.of(link.certificate(), link.issuer())) {
      case Good good -> {}
      case Revoked revoked ->
          throw InvalidInputException.of(ErrorCode.SCM_PEER_CERTIFICATE_REVOKED);
      case Unreachable unreachable ->
          throw InvalidInputException.of(ErrorCode.SCM_REVOCATION_UNREACHABLE);
      case WithoutSource without ->
          throw InvalidInputException.of(ErrorCode.SCM_REVOCATION_NO_SOURCE);
    }
  }

  private CertificatePath proved(byte[] der, Collection<X509Certificate> others, Instant at) {
    ByteBuffer key = ByteBuffer.wrap(der.clone()).asReadOnlyBuffer();
    Set<TrustAnchor> anchors = inForce().anchors();
    CertificatePath path = remembered(key, anchors, at);
    if (path == null) {
      path = CertificatePath.prove(parsed(der), others, anchors, at);
      remember(key, new Passed(path, anchors, at.plus(REMEMBERED_FOR)));
    }
    path.certificates().forEach(certificate -> checkValidity(certificate, at));
    return path;
  }

  private static X509Certificate parsed(byte[] der) {
    try {
      return Certificates.parse(der);
    } catch (CertificateException unreadable) {
      throw new InvalidInputException(Refusal.of(ErrorCode.SCM_CERTIFICATE), unreadable);
    }
  }

  private static void checkValidity(X509Certificate certificate, Instant at) {
    try {
      certificate.checkValidity(Date.from(at));
    } catch (CertificateExpiredException over) {
      throw new InvalidInputException(Refusal.of(ErrorCode.SCM_CERTIFICATE_EXPIRED), over);
    } catch (CertificateNotYetValidException early) {
      throw new InvalidInputException(Refusal.of(ErrorCode.SCM_CERTIFICATE_NOT_YET_VALID), early);
    }
  }

  private @Nullable CertificatePath remembered(
      ByteBuffer key, Set<TrustAnchor> anchors, Instant now) {
    synchronized (passed) {
      Passed entry = passed.get(key);
      if (entry == null) {
        return null;
      }
      if (entry.anchors() == anchors && now.isBefore(entry.forgetAt())) {
        return entry.path();
      }
      passed.remove(key);
      return null;
    }
  }

  private void remember(ByteBuffer key, Passed entry) {
    synchronized (passed) {
      passed.put(key, entry);
    }
  }

  int rememberedCertificates() {
    synchronized (passed) {
      return passed.size();
    }
  }
}
