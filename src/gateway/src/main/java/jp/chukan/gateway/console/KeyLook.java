package jp.chukan.gateway.console;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jp.chukan.gateway.access.ClientIdentity;
import jp.chukan.gateway.access.SeenCertificates;
import jp.chukan.gateway.access.SeenCertificates.SeenClient;
import jp.chukan.gateway.crypto.CertificateFacts;
import jp.chukan.gateway.crypto.InstalledCertificates;
import jp.chukan.gateway.crypto.TrustListInForce;
import jp.chukan.gateway.crypto.TrustLists;
import jp.chukan.gateway.crypto.revocation.HeldRevocations;
import jp.chukan.gateway.crypto.revocation.RevocationAge;
import jp.chukan.gateway.staff.StaffIdentity;
import jp.chukan.gateway.staff.StaffRole;
import org.springframework.stereotype.Component;

/**
 * Which certificates a person may look at: those of the own institution, and who runs the platform
 * those of the server.
 */
@Component
class KeyLook {
  private final InstalledCertificates installed;
  private final SeenCertificates seen;
  private final HeldRevocations revocations;
  private final TrustLists trustLists;
  private final InstantSource clock;

  KeyLook(
      InstalledCertificates installed,
      SeenCertificates seen,
      HeldRevocations revocations,
      TrustLists trustLists,
      InstantSource clock) {
    this.installed = installed;
    this.seen = seen;
    this.revocations = revocations;
    this.trustLists = trustLists;
    this.clock = clock;
  }

  /** How old what is known of each authority is; the same for all institutions. */
  List<RevocationAge> revocations() {
    return revocations.ages();
  }

  /** The 「信頼リスト」 in force; the same for all institutions. */
  Optional<TrustListInForce> trustList() {
    return trustLists.inForce();
  }

  List<CertificateFacts> certificates(StaffIdentity staff) {
    return staff.mayActAs(StaffRole.OPERATOR)
        ? installed.ofServer()
        : installed.of(staff.institution());
  }

  /** Key ids of those that are in use; the others are beside them. */
  Set<String> inUse() {
    return installed.inUse();
  }

  /** What is in the key store and cannot be used, for who runs the platform. */
  List<String> unusable(StaffIdentity staff) {
    return staff.mayActAs(StaffRole.OPERATOR) ? installed.faults() : List.of();
  }

  List<SeenClient> clients(StaffIdentity staff) {
    return seen.those(
        client ->
            staff.mayActAs(StaffRole.OPERATOR)
                ? client.role() != ClientIdentity.Role.MUNICIPAL
                : client.institution().equals(staff.institution()));
  }

  /** How many of those in use have ended or end within 60 days; one beside them may end. */
  long near(StaffIdentity staff) {
    Instant now = clock.instant();
    Set<String> inUse = installed.inUse();
    return Stream.concat(
            certificates(staff).stream().filter(facts -> inUse.contains(facts.keyId())),
            clients(staff).stream().map(SeenClient::certificate).filter(Objects::nonNull))
        .filter(facts -> facts.mark(now).isNear())
        .count();
  }
}
