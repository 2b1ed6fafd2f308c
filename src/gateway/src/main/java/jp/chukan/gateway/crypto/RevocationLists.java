package jp.chukan.gateway.crypto;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.chukan.contract.crypto.TrustAnchors;
import jp.chukan.gateway.crypto.RevocationList.Signed;
import jp.chukan.gateway.crypto.RevocationList.Unusable;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The 「失効リスト」 that somebody puts into files of this machine, read anew each time. */
@Component
public final class RevocationLists {
  private static final int HEXADECIMAL = 16;

  private final List<Path> files;
  private final TrustAnchors anchors;

  public RevocationLists(
      @Value("${chukan.revocation.lists:}") List<String> files, TrustAnchors anchors) {
    this.files = files.stream().map(Path::of).toList();
    this.anchors = anchors;
  }

  /** One for each file, in their order. */
  public List<RevocationList> all() {
    return files.stream().map(this::read).toList();
  }

  private RevocationList read(Path file) {
    try (InputStream bytes = Files.newInputStream(file)) {
      return CertificateFactory.getInstance("X.509").generateCRL(bytes) instanceof X509CRL list
              && isSigned(list)
          ? signed(list)
          : new Unusable();
    } catch (IOException | GeneralSecurityException unreadable) {
      return new Unusable();
    }
  }

  private boolean isSigned(X509CRL list) {
    return anchors.authorities().stream()
        .filter(
            authority -> authority.getSubjectX500Principal().equals(list.getIssuerX500Principal()))
        .anyMatch(authority -> isSignedBy(list, authority));
  }

  private static boolean isSignedBy(X509CRL list, X509Certificate authority) {
    try {
      list.verify(authority.getPublicKey());
      return true;
    } catch (GeneralSecurityException other) {
      return false;
    }
  }

  private static Signed signed(X509CRL list) {
    Set<? extends X509CRLEntry> entries = list.getRevokedCertificates();
    return new Signed(
        list.getIssuerX500Principal().getName(),
        list.getThisUpdate().toInstant(),
        instant(list.getNextUpdate()),
        (entries == null ? Stream.<X509CRLEntry>empty() : entries.stream())
            .map(X509CRLEntry::getSerialNumber)
            .map((BigInteger serial) -> serial.toString(HEXADECIMAL))
            .collect(Collectors.toSet()));
  }

  private static @Nullable Instant instant(@Nullable Date date) {
    return date == null ? null : date.toInstant();
  }
}
