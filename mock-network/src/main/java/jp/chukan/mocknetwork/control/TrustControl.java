package jp.chukan.mocknetwork.control;

import java.util.List;
import java.util.Objects;
import jp.chukan.mocknetwork.certificateauthority.RevocationFault;
import jp.chukan.mocknetwork.certificateauthority.RevocationFaults;
import jp.chukan.mocknetwork.certificateauthority.RevokedCertificates;
import jp.chukan.mocknetwork.coresystem.PublishTrustList;
import jp.chukan.mocknetwork.coresystem.TrustListFault;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Has the authority revoke certificates, and the core publish versions of the 「信頼リスト」. */
@RestController
final class TrustControl {
  private final RevokedCertificates revoked;
  private final RevocationFaults faults;
  private final PublishTrustList lists;

  TrustControl(RevokedCertificates revoked, RevocationFaults faults, PublishTrustList lists) {
    this.revoked = revoked;
    this.faults = faults;
    this.lists = lists;
  }

  /**
   * A certificate.
   *
   * @param certificate its name, as in {@code certificates/issued.tsv}
   * @param revoked false takes it back; null for true
   */
  record Revocation(String certificate, @Nullable Boolean revoked) {}

  record Revoked(List<String> revoked) {}

  record Fault(@Nullable RevocationFault fault) {}

  /**
   * A version to be published.
   *
   * @param version its number, null for the next
   * @param profiles ids that it allows, null for all
   * @param fault what is wrong with it
   */
  record Order(
      @Nullable Integer version, @Nullable List<String> profiles, @Nullable TrustListFault fault) {}

  record Published(int version) {}

  @PostMapping("/control/revocations")
  Revoked revoke(@RequestBody Revocation order) {
    if (Objects.requireNonNullElse(order.revoked(), true)) {
      revoked.revoke(order.certificate());
    } else {
      revoked.restore(order.certificate());
    }
    return all();
  }

  @GetMapping("/control/revocations")
  Revoked all() {
    return new Revoked(revoked.names());
  }

  @PostMapping("/control/revocation-faults")
  Fault spoil(@RequestBody Fault order) {
    faults.order(order.fault());
    return order;
  }

  @PostMapping("/control/trust-lists")
  Published publish(@RequestBody Order order) {
    return new Published(lists.publish(order.version(), order.profiles(), order.fault()));
  }
}
