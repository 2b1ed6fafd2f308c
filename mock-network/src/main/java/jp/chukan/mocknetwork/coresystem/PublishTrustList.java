package jp.chukan.mocknetwork.coresystem;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.chukan.contract.crypto.CryptoProfile;
import jp.chukan.contract.crypto.DocumentSigner;
import jp.chukan.contract.document.TrustList;
import jp.chukan.contract.document.TrustedAuthority;
import jp.chukan.contract.document.TrustedAuthority.Use;
import jp.chukan.contract.document.XmlDocuments;
import jp.chukan.mocknetwork.connection.AuthorityKeys;
import jp.chukan.mocknetwork.connection.CertificateFiles;
import jp.chukan.mocknetwork.connection.KeyRing;
import jp.chukan.mocknetwork.connection.MockNetworkSettings;
import jp.chukan.mocknetwork.institution.InstitutionDirectory;
import jp.chukan.mocknetwork.institution.InstitutionRole;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 「信頼リスト」: publishes signed versions. The first is there when somebody asks, and the next one once
 * half of the time of the last is over.
 */
@Component
public final class PublishTrustList {
  private static final Duration AGO = Duration.ofHours(1);

  private final AuthorityKeys authority;
  private final CertificateFiles certificates;
  private final KeyRing keys;
  private final InstitutionDirectory institutions;
  private final DocumentSigner signer;
  private final JdbcClient jdbc;
  private final Duration validity;
  private final InstantSource clock;

  PublishTrustList(
      AuthorityKeys authority,
      CertificateFiles certificates,
      KeyRing keys,
      InstitutionDirectory institutions,
      DocumentSigner signer,
      JdbcClient jdbc,
      MockNetworkSettings settings,
      InstantSource clock) {
    this.authority = authority;
    this.certificates = certificates;
    this.keys = keys;
    this.institutions = institutions;
    this.signer = signer;
    this.jdbc = jdbc;
    this.validity = settings.trustListValidity();
    this.clock = clock;
  }

  private record Published(int version, Instant publishedAt, byte[] document) {}

  /** The newest version, as a server fetches it. */
  public synchronized byte[] current() {
    Instant now = clock.instant();
    return newest()
        .filter(list -> now.isBefore(list.publishedAt().plus(validity.dividedBy(2))))
        .map(Published::document)
        .orElseGet(
            () -> {
              publish(null, null, null);
              return newest().orElseThrow().document();
            });
  }

  /**
   * Publishes a version, which stays the newest until a higher one comes; the same number again
   * takes its place.
   *
   * @param version null for the next
   * @param profiles ids, null for all that there are
   * @param fault what is wrong with it, null for nothing
   * @return its number
   */
  public synchronized int publish(
      @Nullable Integer version, @Nullable List<String> profiles, @Nullable TrustListFault fault) {
    Instant now = clock.instant();
    int number = version == null ? newest().map(Published::version).orElse(0) + 1 : version;
    boolean over = fault == TrustListFault.OVER;
    Instant from = over ? now.minus(AGO).minus(AGO) : now;
    Instant to = over ? now.minus(AGO) : now.plus(validity);
    var list =
        new TrustList(
            number,
            from,
            to,
            List.of(new TrustedAuthority(encoded(listed(fault)), List.of(Use.values()))),
            profiles == null
                ? Stream.of(CryptoProfile.values()).map(CryptoProfile::id).toList()
                : profiles);
    byte[] signed = signer(fault).sign(XmlDocuments.write(list));
    if (fault == TrustListFault.FORGED_SIGNATURE) {
      signed = AlteredBytes.lastByte(signed);
    }
    keep(number, from, to, signed);
    return number;
  }

  private X509Certificate listed(@Nullable TrustListFault fault) {
    return fault == TrustListFault.NO_AUTHORITY
        ? certificates.certificate("network-signing")
        : authority.certificate();
  }

  private DocumentSigner signer(@Nullable TrustListFault fault) {
    return fault == TrustListFault.OTHER_SIGNER
        ? keys.signer(institutions.withRole(InstitutionRole.PROVIDER).getFirst().code())
        : signer;
  }

  private void keep(int version, Instant from, Instant to, byte[] signed) {
    // an older one by number is what the next question gets, too
    jdbc.sql("delete from trust_list where version >= ?").param(version).update();
    jdbc.sql(
            "insert into trust_list (version, published_at, next_at, document) values (?, ?, ?, ?)")
        .params(version, Timestamp.from(from), Timestamp.from(to), signed)
        .update();
  }

  private Optional<Published> newest() {
    return jdbc.sql(
            """
            select version, published_at, document
              from trust_list
             order by version desc
             limit 1
            """)
        .query(
            (row, index) ->
                new Published(
                    row.getInt("version"),
                    row.getTimestamp("published_at").toInstant(),
                    row.getBytes("document")))
        .optional();
  }

  private static byte[] encoded(X509Certificate certificate) {
    try {
      return certificate.getEncoded();
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("a certificate that was read cannot be written", e);
    }
  }
}
