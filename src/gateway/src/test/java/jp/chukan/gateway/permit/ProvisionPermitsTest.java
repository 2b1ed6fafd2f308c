package jp.chukan.gateway.permit;

import static jp.chukan.gateway.testing.ProvisionDraft.GOVERNOR;
import static jp.chukan.gateway.testing.ProvisionDraft.MINISTER;
import static jp.chukan.gateway.testing.TestKeys.ISHINOMAKI;
import static jp.chukan.gateway.testing.TestKeys.NETWORK;
import static jp.chukan.gateway.testing.TestKeys.TSUKUBA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import jp.chukan.contract.code.AffairCode;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.PermitId;
import jp.chukan.contract.code.ProcedureCode;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.contract.crypto.CryptoProfile;
import jp.chukan.contract.crypto.DecryptionKey;
import jp.chukan.contract.crypto.DocumentSigner;
import jp.chukan.contract.crypto.DocumentVerifier;
import jp.chukan.contract.crypto.EnvelopeBinding;
import jp.chukan.contract.crypto.TestAuthority;
import jp.chukan.contract.crypto.TestAuthority.KeyKind;
import jp.chukan.contract.document.InquirerPath;
import jp.chukan.contract.document.ProvisionPermit;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.gateway.testing.ProvisionDraft;
import jp.chukan.gateway.testing.TestClock;
import jp.chukan.gateway.testing.TestKeys;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the network would have to send so that nothing leaves. Each fixture is a sound request,
 * spoiled in one place and named for it; each must be refused with its own code and must not use up
 * a permit.
 */
@DisplayName("情報提供許可証・経路情報・鍵の検証")
class ProvisionPermitsTest {
  private static final TestClock CLOCK = new TestClock();
  private static final TestAuthority AUTHORITY = TestAuthority.at(CLOCK.instant());
  private static final DocumentSigner SIGNER =
      new DocumentSigner(AUTHORITY.signingKey(NETWORK), CLOCK);
  private static final DecryptionKey MINISTERS_KEY =
      AUTHORITY.decryptionKey(MINISTER, KeyKind.EC_P256);
  private static final DecryptionKey GOVERNORS_KEY =
      AUTHORITY.decryptionKey(GOVERNOR, KeyKind.EC_P256);

  private static final DecryptionKey HYBRID_KEY = AUTHORITY.hybrid(MINISTER, KeyKind.EC_P256).key();

  private final FakeUsedPermits used = new FakeUsedPermits();
  private Set<CryptoProfile> allowed = Set.of(CryptoProfile.values());
  private final ProvisionPermits permits =
      new ProvisionPermits(
          new DocumentVerifier(AUTHORITY.trustAnchors(), CLOCK),
          AUTHORITY.trustAnchors(),
          used,
          () -> allowed,
          NETWORK.value());

  /**
   * A request with one defect.
   *
   * @param name what is wrong
   * @param defect how it is made
   * @param expected what must be said
   */
  record Spoiled(String name, Consumer<ProvisionDraft> defect, ErrorCode expected) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Spoiled> requests() {
    return Stream.of(missing(), permits(), paths(), keys()).flatMap(list -> list);
  }

  private static Stream<Spoiled> missing() {
    ErrorCode missing = ErrorCode.TKY_PERMIT_MISSING;
    return Stream.of(
        new Spoiled("permit-missing", draft -> draft.signedPermit = () -> null, missing),
        new Spoiled("path-missing", draft -> draft.signedPath = () -> null, missing));
  }

  private static Stream<Spoiled> permits() {
    return Stream.of(
        new Spoiled(
            "permit-tampered",
            draft -> {
              byte[] sound = draft.sign(draft.permit());
              draft.signedPermit = () -> altered(sound, "ProvisionPermit>");
            },
            ErrorCode.TKY_PERMIT_SIGNATURE),
        new Spoiled(
            "permit-not-signed",
            draft -> draft.signedPermit = () -> new byte[] {1, 2, 3},
            ErrorCode.TKY_PERMIT_SIGNATURE),
        new Spoiled(
            "permit-signed-by-the-inquirer",
            draft -> draft.signedPermit = () -> sign(AUTHORITY, MINISTER, draft.permit()),
            ErrorCode.TKY_PERMIT_SIGNATURE),
        new Spoiled(
            "permit-signed-by-an-impostor-of-the-network",
            draft ->
                draft.signedPermit =
                    () -> sign(TestAuthority.impostorAt(CLOCK.instant()), NETWORK, draft.permit()),
            ErrorCode.TKY_PERMIT_SIGNATURE),
        new Spoiled(
            "permit-expired",
            draft -> draft.permitExpiresAt = CLOCK.instant(),
            ErrorCode.TKY_PERMIT_EXPIRED),
        new Spoiled(
            "permit-not-yet-valid",
            draft -> draft.permitIssuedAt = CLOCK.instant().plusMillis(1),
            ErrorCode.TKY_PERMIT_EXPIRED),
        new Spoiled(
            "path-shown-as-permit",
            draft -> draft.signedPermit = draft.signedPath,
            ErrorCode.TKY_PERMIT_FOREIGN),
        new Spoiled(
            "permit-of-other-number",
            draft ->
                draft.permitDefect =
                    p -> permit(p, ProvisionDraft.freshNumber(), p.inquirer(), p.provider()),
            ErrorCode.TKY_PERMIT_FOREIGN),
        new Spoiled(
            "permit-of-other-inquirer",
            draft ->
                draft.permitDefect = p -> permit(p, p.processingNumber(), GOVERNOR, p.provider()),
            ErrorCode.TKY_PERMIT_FOREIGN),
        new Spoiled(
            "permit-for-other-provider",
            draft ->
                draft.permitDefect = p -> permit(p, p.processingNumber(), p.inquirer(), TSUKUBA),
            ErrorCode.TKY_PERMIT_FOREIGN),
        new Spoiled(
            "permit-for-other-affair",
            draft ->
                draft.permitDefect =
                    p -> permit(p, new AffairCode("JM01000000002000"), p.procedure()),
            ErrorCode.TKY_PERMIT_FOREIGN),
        new Spoiled(
            "permit-for-other-procedure",
            draft ->
                draft.permitDefect =
                    p -> permit(p, p.affair(), new ProcedureCode("JT01010000002001")),
            ErrorCode.TKY_PERMIT_FOREIGN),
        new Spoiled(
            "permit-for-other-information",
            draft ->
                draft.permitDefect =
                    p -> permit(p, new SpecificPersonalInformationCode("TM00000000000002")),
            ErrorCode.TKY_PERMIT_FOREIGN),
        new Spoiled(
            "permit-of-unknown-profile", draft -> draft.profile = "C0", ErrorCode.SCM_ALGORITHM));
  }

  private static Stream<Spoiled> paths() {
    return Stream.of(
        new Spoiled(
            "path-tampered",
            draft -> {
              byte[] sound = draft.sign(draft.path());
              draft.signedPath = () -> altered(sound, "InquirerPath>");
            },
            ErrorCode.TKY_PERMIT_SIGNATURE),
        new Spoiled(
            "path-expired",
            draft -> draft.pathExpiresAt = CLOCK.instant(),
            ErrorCode.TKY_PERMIT_EXPIRED),
        new Spoiled(
            "permit-shown-as-path",
            draft -> draft.signedPath = draft.signedPermit,
            ErrorCode.TKY_PATH_MISMATCH),
        new Spoiled(
            "path-of-other-exchange",
            draft ->
                draft.pathDefect =
                    p ->
                        new InquirerPath(
                            p.pathId(), ProvisionDraft.freshNumber(), p.hops(), p.expiresAt()),
            ErrorCode.TKY_PATH_MISMATCH),
        new Spoiled(
            "path-to-other-inquirer",
            draft -> draft.pathDefect = p -> path(p, NETWORK, GOVERNOR),
            ErrorCode.TKY_PATH_MISMATCH),
        new Spoiled(
            "path-past-the-interface-system",
            draft -> draft.pathDefect = p -> path(p, GOVERNOR, MINISTER),
            ErrorCode.TKY_PATH_MISMATCH),
        new Spoiled(
            "path-of-one-hop",
            draft -> draft.pathDefect = p -> path(p, MINISTER),
            ErrorCode.TKY_PATH_MISMATCH),
        new Spoiled(
            "path-without-hops",
            draft -> draft.pathDefect = p -> path(p),
            ErrorCode.TKY_PATH_MISMATCH));
  }

  private static Stream<Spoiled> keys() {
    ErrorCode unsuitable = ErrorCode.TKY_KEY_UNSUITABLE;
    return Stream.of(
        new Spoiled("key-missing", draft -> draft.certificate = null, unsuitable),
        new Spoiled(
            "key-not-a-certificate", draft -> draft.certificate = new byte[] {1}, unsuitable),
        new Spoiled(
            "key-of-other-inquirer",
            draft -> draft.certificate = TestKeys.der(GOVERNORS_KEY.certificate()),
            unsuitable),
        new Spoiled(
            "key-of-other-inquirer-named-by-permit",
            draft -> {
              draft.certificate = TestKeys.der(GOVERNORS_KEY.certificate());
              draft.keyId = GOVERNORS_KEY.keyId();
            },
            unsuitable),
        new Spoiled(
            "key-other-than-the-permit-names",
            draft -> draft.certificate = AUTHORITY.encryption(MINISTER, KeyKind.EC_P256).der(),
            unsuitable),
        new Spoiled(
            "key-unsuitable-for-signing-only",
            draft -> use(draft, AUTHORITY.leaf().institution(MINISTER).issue()),
            unsuitable),
        new Spoiled(
            "key-unsuitable-too-short",
            draft -> use(draft, AUTHORITY.encryption(MINISTER, KeyKind.RSA_2048)),
            unsuitable),
        new Spoiled(
            "key-of-an-unknown-authority",
            draft ->
                use(
                    draft,
                    TestAuthority.impostorAt(CLOCK.instant())
                        .encryption(MINISTER, KeyKind.EC_P256)),
            unsuitable));
  }

  @ParameterizedTest(name = "{0}") // MS-02, MS-03, MS-04, MS-40, JN-27
  @MethodSource("requests")
  void whatDoesNotNameOneAndTheSameExchangeIsRefused(Spoiled spoiled) {
    ProvisionDraft draft = draft();
    spoiled.defect().accept(draft);
    assertRefused(draft, spoiled.expected());
    assertThat(used.permits).as("a refused permit is not used up").isEmpty();
  }

  @Test // MS-03, MS-04
  void aSoundExchangeIsPermittedUntilThePermitEnds() {
    ProvisionDraft draft = draft();
    PermittedExchange exchange = permits.verify(draft.body(), CLOCK.instant());
    assertThat(exchange.permitId()).isEqualTo(draft.permitId);
    assertThat(exchange.expiresAt()).isEqualTo(draft.permitExpiresAt);
    assertThat(exchange.hops()).containsExactly(NETWORK, MINISTER);
    assertThat(exchange.recipient().institution()).isEqualTo(MINISTER);
    assertThat(exchange.binding().processingNumber()).isEqualTo(draft.number);
    assertThat(exchange.binding().inquirer()).isEqualTo(MINISTER);
  }

  @Test // MS-40, MS-43
  @DisplayName("鍵で使える最も強い暗号方式の許可証だけを受け入れる")
  void aPermitAsksForTheStrongestProfileThatTheKeyIsForAndThatIsAllowed() {
    assertThat(permits.verify(asking(HYBRID_KEY, "H1").body(), CLOCK.instant()).binding())
        .extracting(EnvelopeBinding::profileId)
        .isEqualTo("H1");
    assertRefused(asking(HYBRID_KEY, "C1"), ErrorCode.TKY_PROFILE_WEAKER);
    assertRefused(asking(MINISTERS_KEY, "H1"), ErrorCode.TKY_KEY_UNSUITABLE);
  }

  @Test // MS-43
  @DisplayName("許可されていない暗号方式は強くても弱くても使わない")
  void onlyAllowedProfilesServe() {
    allowed = Set.of(CryptoProfile.CLASSICAL);
    assertThat(permits.verify(asking(HYBRID_KEY, "C1").body(), CLOCK.instant()).binding())
        .extracting(EnvelopeBinding::profileId)
        .isEqualTo("C1");
    assertRefused(asking(HYBRID_KEY, "H1"), ErrorCode.SCM_ALGORITHM);

    allowed = Set.of(CryptoProfile.HYBRID);
    assertThat(permits.verify(asking(HYBRID_KEY, "H1").body(), CLOCK.instant())).isNotNull();
    assertRefused(asking(HYBRID_KEY, "C1"), ErrorCode.SCM_ALGORITHM);
    assertRefused(asking(MINISTERS_KEY, "C1"), ErrorCode.SCM_ALGORITHM);
  }

  /** Attempt: between the request and its release somebody has the stronger profile forbidden. */
  @Test // MS-05, MS-43
  void whatIsHeldIsJudgedByTheProfilesOfTheMomentOfItsRelease() {
    ProvisionDraft held = asking(HYBRID_KEY, "H1");
    permits.verify(held.body(), CLOCK.instant());
    allowed = Set.of(CryptoProfile.CLASSICAL);
    assertThatThrownBy(() -> permits.verifyAgain(held.body(), CLOCK.instant()))
        .isInstanceOfSatisfying(
            InvalidInputException.class,
            refused -> assertThat(refused.refusal().code()).isEqualTo(ErrorCode.SCM_ALGORITHM));
  }

  private static ProvisionDraft asking(DecryptionKey key, String profile) {
    ProvisionDraft draft = new ProvisionDraft(SIGNER, key, CLOCK.instant());
    draft.profile = profile;
    return draft;
  }

  @Test // MS-04
  void theLastMomentOfAPermitCountsAndTheNextDoesNot() {
    ProvisionDraft draft = draft();
    Instant end = draft.permitExpiresAt;
    assertThatThrownBy(() -> permits.verify(draft.body(), end))
        .isInstanceOf(InvalidInputException.class);
    assertThat(permits.verify(draft.body(), end.minus(Duration.ofNanos(1)))).isNotNull();
  }

  /** Attempt: the permit of an answered exchange is shown again, under a new 「処理通番」. */
  @Test // MS-04
  void aReplayedPermitIsToldFromAForeignOne() {
    ProvisionDraft first = draft();
    permits.verify(first.body(), CLOCK.instant());
    ProvisionDraft replay = draft();
    replay.signedPermit = () -> first.sign(first.permit());
    assertRefused(replay, ErrorCode.TKY_PERMIT_REPLAYED);
  }

  /** Attempt: a well-signed permit for this exchange carries the number of one that has served. */
  @Test // MS-04
  void aPermitIdThatHasServedDoesNotServeAgain() {
    ProvisionDraft first = draft();
    permits.verify(first.body(), CLOCK.instant());
    ProvisionDraft reused = draft();
    reused.permitId = first.permitId;
    assertRefused(reused, ErrorCode.TKY_PERMIT_REPLAYED);
  }

  @Test // MS-04, MS-05
  void whatIsHeldIsPermittedAgainWithThePermitThatServedForIt() {
    ProvisionDraft held = draft();
    permits.verify(held.body(), CLOCK.instant());
    assertThat(permits.verifyAgain(held.body(), CLOCK.instant()).permitId())
        .isEqualTo(held.permitId);
    assertThatThrownBy(() -> permits.verifyAgain(held.body(), held.permitExpiresAt))
        .isInstanceOfSatisfying(
            InvalidInputException.class,
            refused ->
                assertThat(refused.refusal().code()).isEqualTo(ErrorCode.TKY_PERMIT_EXPIRED));
  }

  /** Attempt: a permit that never served here, or for somebody else, is to release an answer. */
  @Test // MS-04, MS-05
  void aPermitThatServedForAnotherExchangeReleasesNothing() {
    ProvisionDraft never = draft();
    ProvisionDraft first = draft();
    permits.verify(first.body(), CLOCK.instant());
    ProvisionDraft reused = draft();
    reused.permitId = first.permitId;
    for (ProvisionDraft draft : List.of(never, reused)) {
      assertThatThrownBy(() -> permits.verifyAgain(draft.body(), CLOCK.instant()))
          .isInstanceOfSatisfying(
              InvalidInputException.class,
              refused ->
                  assertThat(refused.refusal().code()).isEqualTo(ErrorCode.TKY_PERMIT_REPLAYED));
    }
  }

  private void assertRefused(ProvisionDraft draft, ErrorCode expected) {
    assertThatThrownBy(() -> permits.verify(draft.body(), CLOCK.instant()))
        .isInstanceOfSatisfying(
            InvalidInputException.class,
            refused -> assertThat(refused.refusal().code()).isEqualTo(expected));
  }

  private static ProvisionDraft draft() {
    return new ProvisionDraft(SIGNER, MINISTERS_KEY, CLOCK.instant());
  }

  private static void use(ProvisionDraft draft, TestAuthority.Issued issued) {
    draft.certificate = issued.der();
    draft.keyId = jp.chukan.contract.crypto.Certificates.keyIdOf(issued.certificate());
  }

  private static byte[] sign(TestAuthority authority, InstitutionCode signer, Object document) {
    return new DocumentSigner(authority.signingKey(signer), CLOCK)
        .sign(jp.chukan.contract.document.XmlDocuments.write(document));
  }

  /** Changes one character of the signed XML, found by what stands after it. */
  private static byte[] altered(byte[] signed, String before) {
    byte[] copy = signed.clone();
    String text = new String(copy, java.nio.charset.StandardCharsets.ISO_8859_1);
    int at = text.indexOf(before) - 1;
    assertThat(at).isPositive();
    copy[at] ^= 1;
    return copy;
  }

  private static ProvisionPermit permit(
      ProvisionPermit of,
      ProcessingNumber number,
      InstitutionCode inquirer,
      InstitutionCode provider) {
    return new ProvisionPermit(
        of.id(),
        number,
        inquirer,
        provider,
        of.affair(),
        of.procedure(),
        of.information(),
        of.keyId(),
        of.profileId(),
        of.issuedAt(),
        of.expiresAt());
  }

  private static ProvisionPermit permit(
      ProvisionPermit of, AffairCode affair, ProcedureCode procedure) {
    return new ProvisionPermit(
        of.id(),
        of.processingNumber(),
        of.inquirer(),
        of.provider(),
        affair,
        procedure,
        of.information(),
        of.keyId(),
        of.profileId(),
        of.issuedAt(),
        of.expiresAt());
  }

  private static ProvisionPermit permit(
      ProvisionPermit of, SpecificPersonalInformationCode information) {
    return new ProvisionPermit(
        of.id(),
        of.processingNumber(),
        of.inquirer(),
        of.provider(),
        of.affair(),
        of.procedure(),
        information,
        of.keyId(),
        of.profileId(),
        of.issuedAt(),
        of.expiresAt());
  }

  private static InquirerPath path(InquirerPath of, InstitutionCode... hops) {
    return new InquirerPath(of.pathId(), of.processingNumber(), List.of(hops), of.expiresAt());
  }

  /** Remembers in memory. */
  private static final class FakeUsedPermits implements UsedPermits {
    private final Map<PermitId, ProcessingNumber> permits = new HashMap<>();

    @Override
    public boolean isUsed(InstitutionCode institution, PermitId permit) {
      assertThat(institution).isEqualTo(ISHINOMAKI);
      return permits.containsKey(permit);
    }

    @Override
    public boolean isUsedFor(
        InstitutionCode institution, PermitId permit, ProcessingNumber number) {
      assertThat(institution).isEqualTo(ISHINOMAKI);
      return number.equals(permits.get(permit));
    }

    @Override
    public boolean use(
        InstitutionCode institution,
        VerifiedProvisionPermit permit,
        ProcessingNumber number,
        Instant at) {
      assertThat(institution).isEqualTo(ISHINOMAKI);
      return permits.putIfAbsent(permit.id(), number) == null;
    }
  }
}
