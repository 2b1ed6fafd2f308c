package jp.chukan.gateway.crypto;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.crypto.DocumentVerifier;
import jp.chukan.contract.crypto.RawSignedDocument;
import jp.chukan.contract.crypto.RevocationKnowledge;
import jp.chukan.contract.crypto.TrustAnchors;
import jp.chukan.contract.document.TrustList;
import jp.chukan.contract.document.TrustedAuthority;
import jp.chukan.contract.document.TrustedAuthority.Use;
import jp.chukan.contract.document.XmlDocuments;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.contract.error.Refusal;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Proves a 「信頼リスト」 by the authorities that the installation knows by itself, never by those of a
 * list: a list cannot vouch for its successor.
 */
@Component
final class TrustListVerifier {
  private static final int KEY_CERT_SIGN = 5;
  private static final Duration CLOCK_DIFFERENCE = Duration.ofMinutes(5);

  private final DocumentVerifier verifier;
  private final InstantSource clock;
  private final InstitutionCode network;

  TrustListVerifier(
      BootstrapAuthorities bootstrap,
      RevocationKnowledge revocations,
      InstantSource clock,
      @Value("${chukan.network.institution}") String network) {
    this.verifier =
        new DocumentVerifier(new TrustAnchors(bootstrap::certificates, revocations), clock);
    this.clock = clock;
    this.network = new InstitutionCode(network);
  }

  /**
   * What was signed.
   *
   * @param list not looked into yet
   */
  record Signed(TrustList list, byte[] content) {}

  /** One that has just come: everything must hold now. */
  Signed received(byte[] signed) {
    Signed read = read(signed, false);
    Instant now = clock.instant();
    TrustList list = read.list();
    if (list.publishedAt().isAfter(now.plus(CLOCK_DIFFERENCE)) || !now.isBefore(list.nextAt())) {
      throw InvalidInputException.of(ErrorCode.SCM_TRUST_LIST_TIME);
    }
    return read;
  }

  /**
   * One that was taken before: proved as of its own time, because the certificate of the network
   * may have ended since, and because the database proves nothing.
   */
  ProvedTrustList stored(byte[] signed, Instant receivedAt) {
    return proved(read(signed, true).list(), receivedAt);
  }

  private Signed read(byte[] signed, boolean asOfItsTime) {
    byte[] content;
    try {
      RawSignedDocument raw = new RawSignedDocument(signed);
      content =
          (asOfItsTime
                  ? verifier.verifyAsOf(
                      raw,
                      network,
                      unproved -> XmlDocuments.read(TrustList.class, unproved).publishedAt())
                  : verifier.verify(raw, network))
              .content();
    } catch (InvalidInputException e) {
      throw new InvalidInputException(Refusal.of(ErrorCode.SCM_TRUST_LIST_SIGNATURE), e);
    }
    TrustList list = XmlDocuments.read(TrustList.class, content);
    if (!list.publishedAt().isBefore(list.nextAt()) || list.version() < 1) {
      throw InvalidInputException.of(ErrorCode.SCM_TRUST_LIST_INVALID);
    }
    authorities(list);
    return new Signed(list, content);
  }

  private static ProvedTrustList proved(TrustList list, Instant receivedAt) {
    return new ProvedTrustList(
        new TrustListInForce(
            list.version(),
            list.publishedAt(),
            list.nextAt(),
            receivedAt,
            list.authorities().size(),
            Set.copyOf(list.profiles())),
        authorities(list));
  }

  private static Map<Use, Set<X509Certificate>> authorities(TrustList list) {
    Map<Use, Set<X509Certificate>> authorities = new EnumMap<>(Use.class);
    for (TrustedAuthority listed : list.authorities()) {
      X509Certificate authority = authority(listed.certificate());
      listed
          .uses()
          .forEach(
              use -> authorities.computeIfAbsent(use, u -> new LinkedHashSet<>()).add(authority));
    }
    return authorities;
  }

  /** An authority is who may sign certificates: not every certificate is one. */
  private static X509Certificate authority(byte[] der) {
    try {
      var input = new ByteArrayInputStream(der);
      if (CertificateFactory.getInstance("X.509").generateCertificate(input)
              instanceof X509Certificate certificate
          && input.available() == 0
          && certificate.getBasicConstraints() >= 0
          && (certificate.getKeyUsage() == null || certificate.getKeyUsage()[KEY_CERT_SIGN])) {
        return certificate;
      }
      throw InvalidInputException.at(ErrorCode.SCM_TRUST_LIST_INVALID, "Certificate");
    } catch (CertificateException unreadable) {
      throw new InvalidInputException(
          Refusal.at(ErrorCode.SCM_TRUST_LIST_INVALID, "Certificate"), unreadable);
    }
  }
}
