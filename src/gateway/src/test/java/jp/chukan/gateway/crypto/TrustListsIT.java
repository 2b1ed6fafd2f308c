package jp.chukan.gateway.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import jp.chukan.contract.crypto.DocumentSigner;
import jp.chukan.contract.crypto.DocumentVerifier;
import jp.chukan.contract.crypto.RawSignedDocument;
import jp.chukan.contract.crypto.RevocationKnowledge;
import jp.chukan.contract.crypto.RevocationState.Good;
import jp.chukan.contract.crypto.RevocationState.Revoked;
import jp.chukan.contract.crypto.TestAuthority;
import jp.chukan.contract.crypto.TrustAnchors;
import jp.chukan.contract.document.TrustList;
import jp.chukan.contract.document.TrustedAuthority;
import jp.chukan.contract.document.TrustedAuthority.Use;
import jp.chukan.contract.document.XmlDocuments;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.gateway.crypto.TrustListReception.Refused;
import jp.chukan.gateway.crypto.TrustListReception.Stored;
import jp.chukan.gateway.crypto.TrustListReception.Unchanged;
import jp.chukan.gateway.testing.TestClock;
import jp.chukan.gateway.testing.TestDatabase;
import jp.chukan.gateway.testing.TestKeys;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("信頼リスト")
class TrustListsIT {
  private static final Instant NOW = Instant.parse("2026-11-02T01:00:00Z");
  private static final Instant NEXT = NOW.plus(Duration.ofDays(7));
  private static final byte[] CONTENT = {'<', 'a', '/', '>'};

  private final TestDatabase database = TestDatabase.migrated();
  private final TestClock clock = new TestClock(NOW);
  private final TestAuthority authority = TestAuthority.at(NOW);
  private final TestAuthority other = authority.intermediate("another authority");
  private final TestAuthority stranger = TestAuthority.at(NOW).intermediate("of elsewhere");
  private final List<X509Certificate> revoked = new ArrayList<>();
  private final TrustLists lists = node();
  private final AuthoritiesInForce authorities = authorities(lists);

  private TrustLists node() {
    RevocationKnowledge knowledge =
        (certificate, issuer) ->
            revoked.contains(certificate) ? new Revoked(clock.instant()) : new Good();
    return TestAuthorities.lists(database, List.of(authority.rootCertificate()), knowledge, clock);
  }

  private AuthoritiesInForce authorities(TrustLists node) {
    return TestAuthorities.of(List.of(authority.rootCertificate()), node);
  }

  @Test // MS-42
  @DisplayName("ネットワークが署名した新しい版は有効になり、認証局と暗号方式を示す")
  void aNewerVersionIsInForceAtOnceAndOnOtherNodes() {
    TrustLists otherNode = node();
    assertThat(lists.inForce()).isEmpty();
    assertThat(authorities.of(Use.DOCUMENTS)).containsExactly(authority.rootCertificate());

    assertThat(lists.receive(signed(list(3, stranger, Use.DOCUMENTS)))).isEqualTo(new Stored(3));
    assertThat(lists.inForce())
        .hasValueSatisfying(
            list -> {
              assertThat(list.version()).isEqualTo(3);
              assertThat(list.profiles()).containsExactlyInAnyOrder("C1", "X9");
              assertThat(list.age(clock.instant())).isZero();
            });
    assertThat(authorities.of(Use.DOCUMENTS)).contains(stranger.rootCertificate());
    clock.advance(Duration.ofSeconds(2));
    assertThat(otherNode.inForce()).isPresent();
  }

  @Test // MS-42, JN-27
  @DisplayName("リストの認証局は、示された用途にだけ信頼する")
  void anAuthorityIsBelievedForWhatTheListSaysAlone() {
    byte[] document =
        new DocumentSigner(stranger.signingKey(TestKeys.ISHINOMAKI), clock).sign(CONTENT);
    assertThatThrownBy(() -> verify(document)).isInstanceOf(InvalidInputException.class);

    lists.receive(signed(list(1, stranger, Use.TLS)));
    assertThat(authorities.of(Use.TLS)).contains(stranger.rootCertificate());
    assertThatThrownBy(() -> verify(document)).isInstanceOf(InvalidInputException.class);

    lists.receive(signed(list(2, stranger, Use.DOCUMENTS)));
    assertThatCode(() -> verify(document)).doesNotThrowAnyException();

    // a version without it takes it away at once, although its path is remembered
    lists.receive(signed(list(3, other, Use.DOCUMENTS)));
    assertThatThrownBy(() -> verify(document)).isInstanceOf(InvalidInputException.class);
  }

  @Test // MS-42
  @DisplayName("古い版、同じ版で別の内容は拒否し、有効な版は変わらない")
  void olderAndConflictingVersionsAreRefused() {
    byte[] second = signed(list(2, stranger, Use.DOCUMENTS));
    lists.receive(second);
    assertThat(lists.receive(second)).isEqualTo(new Unchanged(2));
    assertRefused(ErrorCode.SCM_TRUST_LIST_OLDER, signed(list(1, other, Use.DOCUMENTS)));
    assertRefused(ErrorCode.SCM_TRUST_LIST_CONFLICT, signed(list(2, other, Use.DOCUMENTS)));
    assertThat(lists.inForce()).hasValueSatisfying(list -> assertThat(list.version()).isEqualTo(2));
  }

  @Test // MS-42, JN-27
  @DisplayName("ネットワーク以外の署名、改ざん、失効した鍵の署名は拒否する")
  void whatTheNetworkDidNotSignIsRefused() {
    byte[] content = XmlDocuments.write(list(1, stranger, Use.DOCUMENTS));
    assertRefused(
        ErrorCode.SCM_TRUST_LIST_SIGNATURE,
        new DocumentSigner(authority.signingKey(TestKeys.ISHINOMAKI), clock).sign(content));
    assertRefused(
        ErrorCode.SCM_TRUST_LIST_SIGNATURE,
        new DocumentSigner(TestAuthority.impostorAt(NOW).signingKey(TestKeys.NETWORK), clock)
            .sign(content));
    byte[] forged = signed(list(1, stranger, Use.DOCUMENTS));
    forged[forged.length - 1] ^= 1;
    assertRefused(ErrorCode.SCM_TRUST_LIST_SIGNATURE, forged);
    var key = authority.signingKey(TestKeys.NETWORK);
    revoked.add(key.certificate());
    assertRefused(ErrorCode.SCM_TRUST_LIST_SIGNATURE, new DocumentSigner(key, clock).sign(content));
    assertThat(lists.inForce()).isEmpty();
  }

  @Test // MS-42, JN-27
  @DisplayName("リストの認証局は、次のリストの署名者を保証できない")
  void aListCannotVouchForItsSuccessor() {
    lists.receive(signed(list(1, stranger, Use.DOCUMENTS)));
    assertRefused(
        ErrorCode.SCM_TRUST_LIST_SIGNATURE,
        new DocumentSigner(stranger.signingKey(TestKeys.NETWORK), clock)
            .sign(XmlDocuments.write(list(2, stranger, Use.DOCUMENTS))));
  }

  @Test // MS-42
  @DisplayName("期限の過ぎたもの、未来のもの、認証局でない証明書を含むものは拒否する")
  void whatIsOutOfItsTimeOrNamesNoAuthorityIsRefused() {
    assertRefused(
        ErrorCode.SCM_TRUST_LIST_TIME,
        signed(list(1, NOW.minusSeconds(60), NOW, stranger.rootCertificate())));
    assertRefused(
        ErrorCode.SCM_TRUST_LIST_TIME,
        signed(list(1, NOW.plus(Duration.ofMinutes(6)), NEXT, stranger.rootCertificate())));
    assertRefused(
        ErrorCode.SCM_TRUST_LIST_INVALID, signed(list(1, NEXT, NOW, stranger.rootCertificate())));
    assertRefused(
        ErrorCode.SCM_TRUST_LIST_INVALID,
        signed(list(1, NOW, NEXT, authority.signingKey(TestKeys.NETWORK).certificate())));
    // says nothing of what its key is for, and is no authority all the same
    assertRefused(
        ErrorCode.SCM_TRUST_LIST_INVALID,
        signed(
            list(
                1,
                NOW,
                NEXT,
                authority
                    .leaf()
                    .institution(TestKeys.NETWORK)
                    .withoutKeyUsage()
                    .issue()
                    .certificate())));
  }

  @Test // MS-42
  @DisplayName("次回更新と猶予期間を過ぎたリストは何も加えない")
  void aListWhoseTimeIsOverAddsNothing() {
    lists.receive(signed(list(1, stranger, Use.DOCUMENTS)));
    clock.advance(Duration.between(NOW, NEXT));
    assertThat(lists.inForce())
        .hasValueSatisfying(list -> assertThat(list.isLate(clock.instant())).isTrue());
    clock.advance(Duration.ofHours(24).minusSeconds(1));
    assertThat(authorities.of(Use.DOCUMENTS)).contains(stranger.rootCertificate());
    clock.advance(Duration.ofSeconds(1));
    assertThat(lists.inForce()).isEmpty();
    assertThat(authorities.of(Use.DOCUMENTS)).containsExactly(authority.rootCertificate());
  }

  @Test // MS-42, JN-27
  @DisplayName("データベースで書き換えられたリストは使わない")
  void aListThatSomebodyWroteIntoTheDatabaseIsNotBelieved() {
    byte[] content = XmlDocuments.write(list(9, stranger, Use.DOCUMENTS));
    TestAuthority impostor = TestAuthority.impostorAt(NOW);
    new TrustListStore(database.jdbc())
        .insert(
            list(9, stranger, Use.DOCUMENTS),
            new byte[32],
            new DocumentSigner(impostor.signingKey(TestKeys.NETWORK), clock).sign(content),
            NOW);
    TrustLists fresh = node();
    assertThat(fresh.inForce()).isEmpty();
    assertThat(authorities(fresh).all()).containsExactly(authority.rootCertificate());
  }

  private void verify(byte[] document) {
    new DocumentVerifier(
            new TrustAnchors(() -> authorities.of(Use.DOCUMENTS), RevocationKnowledge.notAsked()),
            clock)
        .verify(new RawSignedDocument(document), TestKeys.ISHINOMAKI);
  }

  private void assertRefused(ErrorCode code, byte[] signed) {
    assertThat(lists.receive(signed))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.refusal().code()).isEqualTo(code));
  }

  private byte[] signed(TrustList list) {
    return new DocumentSigner(authority.signingKey(TestKeys.NETWORK), clock)
        .sign(XmlDocuments.write(list));
  }

  private static TrustList list(int version, TestAuthority listed, Use... uses) {
    return new TrustList(
        version,
        NOW,
        NEXT,
        List.of(new TrustedAuthority(listed.rootDer(), Arrays.asList(uses))),
        List.of("C1", "X9"));
  }

  private static TrustList list(int version, Instant from, Instant to, X509Certificate listed) {
    return new TrustList(
        version,
        from,
        to,
        List.of(new TrustedAuthority(TestKeys.der(listed), List.of(Use.DOCUMENTS))),
        List.of("C1"));
  }
}
