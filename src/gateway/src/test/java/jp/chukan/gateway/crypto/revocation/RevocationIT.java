package jp.chukan.gateway.crypto.revocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.security.auth.x500.X500Principal;
import jp.chukan.contract.crypto.RevocationIssuer;
import jp.chukan.contract.crypto.RevocationState;
import jp.chukan.contract.crypto.RevocationState.Good;
import jp.chukan.contract.crypto.RevocationState.Revoked;
import jp.chukan.contract.crypto.RevocationState.Unreachable;
import jp.chukan.contract.crypto.RevocationState.WithoutSource;
import jp.chukan.contract.crypto.TestAuthority;
import jp.chukan.contract.crypto.TestAuthority.Issued;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.gateway.crypto.AuthoritiesInForce;
import jp.chukan.gateway.crypto.CertificateFacts;
import jp.chukan.gateway.crypto.CertificateUse;
import jp.chukan.gateway.crypto.TestAuthorities;
import jp.chukan.gateway.crypto.revocation.RevocationAge.State;
import jp.chukan.gateway.testing.FollowedProgress;
import jp.chukan.gateway.testing.TestClock;
import jp.chukan.gateway.testing.TestDatabase;
import jp.chukan.gateway.testing.TestKeys;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;

@DisplayName("失効情報の取得と確認")
class RevocationIT {
  private static final TestDatabase DATABASE = TestDatabase.migrated();
  private static final Duration MOMENT = Duration.ofSeconds(1);

  private final TestClock clock = new TestClock(Instant.parse("2026-11-02T01:00:00Z"));
  private final TestAuthority authority = TestAuthority.at(clock.instant());
  private final X509Certificate root = authority.rootCertificate();
  private final X509Certificate signer = certificate();
  private final AuthorityServer server = new AuthorityServer(authority, clock);

  RevocationIT() throws IOException {}

  @AfterEach
  void stop() {
    server.close();
    DATABASE.jdbc().sql("delete from revocation_evidence").update();
  }

  @Test // JN-01
  @DisplayName("取得済みの失効リストで判断し、電文のたびに認証局へ尋ねない")
  void messagesAreJudgedFromMemory() {
    Node node = new Node(server.list(), null);
    assertThat(node.refresh()).isEmpty();
    for (int i = 0; i < 100; i++) {
      assertThat(node.of(certificate())).isEqualTo(new Good());
    }
    assertThat(server.asked).containsExactly("/list");

    server.revoked.put(signer.getSerialNumber(), clock.instant());
    clock.advance(MOMENT);
    assertThat(node.refresh()).isEmpty();
    assertThat(node.of(signer)).isInstanceOf(Revoked.class);
    assertThat(node.ages.revokes(CertificateFacts.of(CertificateUse.CLIENT, signer))).isTrue();
    assertThat(node.of(certificate())).isEqualTo(new Good());
  }

  @Test // JN-01
  @DisplayName("次回更新を過ぎても猶予期間は使い、その後は受け付けない")
  void afterTheGraceWindowNothingIsBelieved() {
    Node node = new Node(server.list(), null);
    node.refresh();
    server.status = 503;

    clock.advance(AuthorityServer.VALIDITY);
    assertThat(node.refresh()).containsExactly(ErrorCode.SCM_REVOCATION_FETCH);
    assertThat(node.of(signer)).isEqualTo(new Good());
    assertThat(node.ages.ages()).extracting(RevocationAge::state).containsExactly(State.LATE);
    assertThat(node.health().getStatus()).isEqualTo(Status.UP);

    clock.advance(Duration.ofHours(24).minusMillis(1));
    assertThat(node.of(signer)).isEqualTo(new Good());
    clock.advance(Duration.ofMillis(1));
    assertThat(node.of(signer)).isEqualTo(new Unreachable());
    assertThat(node.ages.ages()).extracting(RevocationAge::state).containsExactly(State.ENDED);
    assertThat(node.health().getStatus()).isEqualTo(Status.DOWN);

    server.status = 200;
    assertThat(node.of(signer)).as("asked again too soon").isEqualTo(new Unreachable());
    clock.advance(Duration.ofSeconds(10));
    assertThat(node.of(signer)).isEqualTo(new Good());
  }

  @Test // JN-01
  @DisplayName("届かない認証局に、待つ電文のたびに尋ねることはない")
  void aSourceThatIsGoneIsNotAskedForEachMessage() {
    Node node = new Node(server.list(), server.status());
    server.status = 503;
    for (int i = 0; i < 50; i++) {
      assertThat(node.of(certificate())).isEqualTo(new Unreachable());
    }
    assertThat(server.asked).containsExactly("/list", "/status");
  }

  @Test // JN-01, MU-21
  @DisplayName("入手先の設定がない認証局は、ないと明示した場合にだけ受け付ける")
  void anAuthorityWithoutASourceIsOnlyBelievedWhenItIsSaidToHaveNone() {
    X500Principal name = root.getSubjectX500Principal();
    assertThat(new Node(List.of()).of(signer)).isEqualTo(new WithoutSource());
    assertThat(new Node(List.of()).refresh()).containsExactly(ErrorCode.SCM_REVOCATION_NO_SOURCE);
    assertThat(new Node(List.of()).health().getStatus()).isEqualTo(Status.DOWN);
    Node none = new Node(List.of(new RevocationSource(name, null, null, true)));
    assertThat(none.of(signer)).isEqualTo(new Good());
    assertThat(server.asked).isEmpty();

    assertThatThrownBy(() -> new RevocationSource(name, null, null, false))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new RevocationSource(name, server.list(), null, true))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> new RevocationSource(name, URI.create("file:///etc/passwd"), null, false))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test // JN-27, MU-21
  @DisplayName("別人の署名、古いもの、大きすぎるもの、転送先は使わず、手元のものを使い続ける")
  void whatIsFaultyTakesNothingFromWhatIsHeld() {
    Node node = new Node(server.list(), null);
    server.revoked.put(signer.getSerialNumber(), clock.instant());
    node.refresh();
    server.revoked.clear();
    clock.advance(MOMENT);

    server.lists = TestAuthority.impostorAt(clock.instant()).revocations();
    assertThat(node.refresh()).containsExactly(ErrorCode.SCM_REVOCATION_LIST);
    server.lists = authority.revocations();
    server.instead =
        authority.revocations().list(Map.of(), clock.instant().minusSeconds(60), clock.instant());
    assertThat(node.refresh()).containsExactly(ErrorCode.SCM_REVOCATION_LIST_OLD);
    server.instead = new byte[(64 << 10) + 1];
    assertThat(node.refresh()).containsExactly(ErrorCode.SCM_REVOCATION_FETCH);
    server.instead = new byte[0];
    server.status = 302;
    assertThat(node.refresh()).containsExactly(ErrorCode.SCM_REVOCATION_FETCH);
    server.status = 200;
    // signed by the authority, still valid, but older than what is held
    server.instead =
        authority
            .revocations()
            .list(
                Map.of(),
                clock.instant().minusSeconds(60),
                clock.instant().plus(Duration.ofDays(1)));
    node.refresh();

    assertThat(node.of(signer)).isInstanceOf(Revoked.class);
  }

  @Test // JN-01
  @DisplayName("OCSPは初めての証明書で一度だけ尋ね、期限の半ばで更新する")
  void anAnswerIsAskedForOnceAndRenewedInTime() {
    Node node = new Node(null, server.status());
    assertThat(node.of(signer)).isEqualTo(new Good());
    assertThat(node.of(signer)).isEqualTo(new Good());
    assertThat(server.asked).containsExactly("/status");
    assertThat(node.refresh()).isEmpty();
    assertThat(server.asked).as("not yet").hasSize(1);

    server.revoked.put(signer.getSerialNumber(), clock.instant());
    clock.advance(AuthorityServer.VALIDITY.dividedBy(2));
    assertThat(node.of(signer)).isEqualTo(new Good());
    assertThat(node.refresh()).isEmpty();
    assertThat(server.asked).hasSize(2);
    assertThat(node.of(signer)).isInstanceOf(Revoked.class);
  }

  @Test // JN-01, JN-27
  @DisplayName("委任されていない者、失効した応答者のOCSPは使わない")
  void answersOfWhoMayNotGiveThemCountForNothing() {
    Node node = new Node(null, server.status());
    Issued stranger = authority.tlsClient(TestKeys.ISHINOMAKI);
    server.answers = new RevocationIssuer(stranger.privateKey(), stranger.certificate());
    assertThat(node.of(signer)).isEqualTo(new Unreachable());

    Issued responder = authority.responder();
    server.answers = new RevocationIssuer(responder.privateKey(), responder.certificate());
    Node both = new Node(server.list(), server.status());
    server.revoked.put(responder.certificate().getSerialNumber(), clock.instant());
    both.refresh();
    clock.advance(AuthorityServer.VALIDITY.plus(Duration.ofHours(24)));
    server.lists = TestAuthority.impostorAt(clock.instant()).revocations();
    assertThat(both.of(signer))
        .as("the list is over, and who answers instead is on it")
        .isEqualTo(new Unreachable());
  }

  @Test // JN-01
  @DisplayName("他のノードと再起動後のノードは、保存された失効情報を検証してから使う")
  void whatIsStoredIsTakenOverAndProvedAnew() {
    Node node = new Node(server.list(), server.status());
    server.revoked.put(signer.getSerialNumber(), clock.instant());
    node.refresh();
    server.status = 503;

    Node other = new Node(server.list(), server.status());
    other.follow.follow();
    assertThat(other.of(signer)).isInstanceOf(Revoked.class);
    assertThat(other.of(certificate())).isEqualTo(new Good());

    TestAuthority impostor = TestAuthority.impostorAt(clock.instant());
    DATABASE
        .jdbc()
        .sql("update revocation_evidence set content = :forged")
        .param(
            "forged",
            impostor
                .revocations()
                .list(Map.of(), clock.instant(), clock.instant().plus(Duration.ofDays(1))))
        .update();
    Node third = new Node(server.list(), server.status());
    third.follow.follow();
    assertThat(third.of(certificate())).isEqualTo(new Unreachable());
  }

  private X509Certificate certificate() {
    return authority.leaf().institution(TestKeys.ISHINOMAKI).issue().certificate();
  }

  /** One node of the server, with a memory of its own. */
  private final class Node {
    private final HeldEvidence held = new HeldEvidence();
    private final RevocationSettings settings;
    private final KnownRevocation known;
    private final FollowRevocation follow;
    private final RefreshRevocation refresh;
    private final HeldRevocations ages;

    Node(@Nullable URI list, @Nullable URI status) {
      this(List.of(new RevocationSource(root.getSubjectX500Principal(), list, status, false)));
    }

    Node(List<RevocationSource> sources) {
      settings = TestRevocations.settings(sources);
      AuthoritiesInForce authorities = TestAuthorities.of(root);
      FetchRevocation fetch = new FetchRevocation(settings, clock);
      RevocationStore store = new RevocationStore(DATABASE.jdbc());
      known =
          new KnownRevocation(
              settings, held, new AskWhileWaiting(settings, fetch, held, clock), clock);
      follow = new FollowRevocation(held, store, authorities, clock);
      refresh = new RefreshRevocation(settings, authorities, fetch, held, follow, store, clock);
      ages = new HeldRevocations(settings, authorities, held, clock);
    }

    RevocationState of(X509Certificate certificate) {
      return known.of(certificate, root);
    }

    Health health() {
      return new RevocationHealth(ages, clock).health();
    }

    /** Faults of one run of the job. */
    List<ErrorCode> refresh() {
      FollowedProgress progress = new FollowedProgress();
      refresh.refresh(progress);
      return progress.faults();
    }
  }
}
