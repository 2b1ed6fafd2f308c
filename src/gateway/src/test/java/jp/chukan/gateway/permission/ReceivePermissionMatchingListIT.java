package jp.chukan.gateway.permission;

import static jp.chukan.gateway.permission.SampleLists.FIRST_DAY;
import static jp.chukan.gateway.permission.SampleLists.LAST_DAY;
import static jp.chukan.gateway.permission.SampleLists.PERMITTED;
import static jp.chukan.gateway.permission.SampleLists.entry;
import static jp.chukan.gateway.permission.SampleLists.list;
import static jp.chukan.gateway.testing.TestKeys.NETWORK;
import static jp.chukan.gateway.testing.TestKeys.TSUKUBA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.crypto.DocumentSigner;
import jp.chukan.contract.crypto.DocumentVerifier;
import jp.chukan.contract.crypto.TestAuthority;
import jp.chukan.contract.document.PermissionMatchingList;
import jp.chukan.contract.document.XmlDocuments;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.gateway.permission.ListDecision.NoList;
import jp.chukan.gateway.permission.ListDecision.NotPermitted;
import jp.chukan.gateway.permission.ListDecision.Permitted;
import jp.chukan.gateway.permission.ListReception.Refused;
import jp.chukan.gateway.permission.ListReception.Stored;
import jp.chukan.gateway.permission.ListReception.Unchanged;
import jp.chukan.gateway.record.Communication;
import jp.chukan.gateway.record.CommunicationLog;
import jp.chukan.gateway.testing.TestDatabase;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.actuate.health.Status;
import org.springframework.dao.DataAccessException;

@DisplayName("照会許可照合リストの受領")
class ReceivePermissionMatchingListIT {
  private static final Instant NOW = Instant.parse("2026-11-02T01:00:00Z");
  private static final TestAuthority AUTHORITY = TestAuthority.at(NOW);
  private static final TestAuthority IMPOSTOR = TestAuthority.impostorAt(NOW);

  private final TestDatabase database = TestDatabase.migrated();
  private final CommunicationLog communications = new CommunicationLog(database.jdbc());
  private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
  private final InstantSource clock = now::get;
  private final PermissionMatchingLists lists = lists();
  private final ReceivePermissionMatchingList receive =
      new ReceivePermissionMatchingList(
          new DocumentVerifier(AUTHORITY.trustAnchors(), clock),
          new PermissionListStore(database.jdbc()),
          lists,
          database.transactions(),
          communications,
          clock,
          NETWORK.value());

  @Test // MS-02
  void withoutAListEverythingIsDenied() {
    assertThat(lists.check(PERMITTED, FIRST_DAY)).isEqualTo(new NoList());
    assertThat(lists.checkAffair(PERMITTED.affair(), FIRST_DAY)).isEqualTo(new NoList());
    assertThat(lists.inForce()).isEmpty();
    assertThat(new PermissionListHealth(lists).health().getStatus())
        .isEqualTo(new Status("NO_LIST"));
  }

  @Test // MS-01, MS-42
  void aSignedListIsInForceAtOnce() {
    assertThat(receive(list(1, entry(PERMITTED, FIRST_DAY, LAST_DAY)))).isEqualTo(new Stored(1, 1));
    assertThat(lists.check(PERMITTED, LAST_DAY)).isEqualTo(new Permitted(1));
    assertThat(lists.check(PERMITTED, LAST_DAY.plusDays(1))).isEqualTo(new NotPermitted(1));
    assertThat(lists.inForce()).contains(new ListInForce(1, 1, SampleLists.PUBLISHED, NOW));
    assertThat(new PermissionListHealth(lists).health().getStatus()).isEqualTo(Status.UP);
  }

  @Test // MS-01, MS-02
  void theHighestVersionIsInForceAndOlderOnesAreKept() {
    receive(list(1, entry(PERMITTED, FIRST_DAY, null)));
    InquiryTuple other = toTsukuba();
    assertThat(receive(list(2, entry(other, FIRST_DAY, null)))).isEqualTo(new Stored(2, 1));
    assertThat(lists.check(PERMITTED, FIRST_DAY)).isEqualTo(new NotPermitted(2));
    assertThat(lists.check(other, FIRST_DAY)).isEqualTo(new Permitted(2));
    assertThat(versions()).containsExactly(1, 2);
  }

  @Test // MS-42
  void theSameListAgainChangesNothing() {
    PermissionMatchingList list = list(1, entry(PERMITTED, FIRST_DAY, null));
    receive(list);
    assertThat(receive(list)).isEqualTo(new Unchanged(1));
    assertThat(versions()).containsExactly(1);
  }

  static Stream<Arguments> signaturesThatDoNotCount() {
    byte[] content = XmlDocuments.write(list(2, entry(PERMITTED, FIRST_DAY, null)));
    byte[] otherBody = sign(AUTHORITY, NETWORK, content);
    int place =
        new String(otherBody, StandardCharsets.ISO_8859_1).indexOf(PERMITTED.affair().value());
    otherBody[place + 15] ^= 1;
    return Stream.of(
        Arguments.of("unsigned", content),
        Arguments.of("empty", new byte[0]),
        Arguments.of("signed-by-a-municipality", sign(AUTHORITY, TSUKUBA, content)),
        Arguments.of("signed-under-an-impostor-authority", sign(IMPOSTOR, NETWORK, content)),
        Arguments.of("signature-over-other-body", otherBody));
  }

  @ParameterizedTest(name = "{0}") // MS-42, JN-27
  @MethodSource("signaturesThatDoNotCount")
  void aListThatTheNetworkDidNotSignIsRefused(String defect, byte[] signed) {
    receive(list(1, entry(PERMITTED, FIRST_DAY, null)));
    assertRefusedAndKept(receive.receive(signed), ErrorCode.SCM_LIST_SIGNATURE);
  }

  @Test // MS-42
  void anOlderListIsRefused() {
    receive(list(3, entry(PERMITTED, FIRST_DAY, null)));
    assertRefusedAndKept(
        receive(list(2, entry(PERMITTED, FIRST_DAY, null))), ErrorCode.SCM_LIST_OLDER);
  }

  @Test // MS-42
  void theSameVersionWithOtherContentIsRefused() {
    receive(list(1, entry(PERMITTED, FIRST_DAY, null)));
    assertRefusedAndKept(
        receive(list(1, entry(toTsukuba(), FIRST_DAY, null))), ErrorCode.SCM_LIST_CONFLICT);
    assertThat(lists.check(PERMITTED, FIRST_DAY)).isEqualTo(new Permitted(1));
  }

  @Test // MS-02
  void aListWithAnEntryThatEndsBeforeItBeginsIsRefusedWhole() {
    assertRefusedAndKept(
        receive(
            list(1, entry(PERMITTED, FIRST_DAY, null), entry(toTsukuba(), LAST_DAY, FIRST_DAY))),
        ErrorCode.SCM_LIST_INVALID);
    assertThat(lists.check(PERMITTED, FIRST_DAY)).isEqualTo(new NoList());
  }

  @Test // JN-05
  void signedNonsenseIsRefused() {
    byte[] nonsense = "<IF_SCM_70101_R01>".getBytes(StandardCharsets.UTF_8);
    assertRefusedAndKept(
        receive.receive(sign(AUTHORITY, NETWORK, nonsense)), ErrorCode.SYM_NOT_WELL_FORMED);
  }

  @Test // MS-01
  void aListIsKeptWholeOrNotAtAll() {
    database
        .everything()
        .sql("revoke insert on permission_matching_entry from chukan_app")
        .update();
    assertThatThrownBy(() -> receive(list(1, entry(PERMITTED, FIRST_DAY, null))))
        .isInstanceOf(DataAccessException.class);
    assertThat(versions()).isEmpty();
    assertThat(lists.check(PERMITTED, FIRST_DAY)).isEqualTo(new NoList());
  }

  @Test // MS-42
  void whatAnotherNodeReceivedIsInForceHereWithinASecond() {
    PermissionMatchingLists otherNode = lists();
    receive(list(1, entry(PERMITTED, FIRST_DAY, null)));
    assertThat(otherNode.check(PERMITTED, FIRST_DAY)).isEqualTo(new NoList());
    now.set(NOW.plus(Duration.ofMillis(1_001)));
    assertThat(otherNode.check(PERMITTED, FIRST_DAY)).isEqualTo(new Permitted(1));
  }

  @Test // MS-42
  void aServerThatStartsKnowsTheListInForce() {
    receive(list(1, entry(PERMITTED, FIRST_DAY, null)));
    assertThat(lists().check(PERMITTED, FIRST_DAY)).isEqualTo(new Permitted(1));
  }

  @Test // MS-78, JN-02, JN-12
  void eachReceptionIsRecordedTheRefusedToo() {
    PermissionMatchingList list = list(4, entry(PERMITTED, FIRST_DAY, null));
    receive(list);
    receive(list);
    receive(list(3, entry(PERMITTED, FIRST_DAY, null)));
    assertThat(received())
        .allSatisfy(row -> assertThat(row.messageType()).isEqualTo("IF_SCM_70101_R01"))
        .extracting(Communication::error)
        .containsExactlyInAnyOrder(null, null, ErrorCode.SCM_LIST_OLDER);
  }

  @ParameterizedTest // MS-42
  @MethodSource
  void theServersOwnRoleCannotChangeAList(String statement) {
    receive(list(1, entry(PERMITTED, FIRST_DAY, null)));
    assertThatThrownBy(() -> database.jdbc().sql(statement).update())
        .isInstanceOf(DataAccessException.class)
        .hasStackTraceContaining("permission denied");
  }

  static List<String> theServersOwnRoleCannotChangeAList() {
    return List.of(
        "delete from permission_matching_entry",
        "update permission_matching_entry set valid_to = null",
        "delete from permission_matching_list",
        "update permission_matching_list set version = 9",
        "truncate permission_matching_entry");
  }

  @Test // MS-01
  void aListOfAHundredThousandEntriesIsTakenWhole() {
    assertThat(receive(SampleLists.largest(1, 100_000))).isEqualTo(new Stored(1, 100_000));
    assertThat(lists.inForce()).map(ListInForce::entries).contains(100_000);
    assertThat(
            database
                .everything()
                .sql("select count(*) from permission_matching_entry")
                .query(Long.class)
                .single())
        .isEqualTo(100_000L);
  }

  private void assertRefusedAndKept(ListReception reception, ErrorCode code) {
    assertThat(reception)
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.refusal().code()).isEqualTo(code));
    assertThat(received()).extracting(Communication::error).contains(code);
    assertThat(versions()).hasSizeLessThanOrEqualTo(1);
  }

  private ListReception receive(PermissionMatchingList list) {
    return receive.receive(sign(AUTHORITY, NETWORK, XmlDocuments.write(list)));
  }

  private static byte[] sign(TestAuthority authority, InstitutionCode signer, byte[] content) {
    return new DocumentSigner(authority.signingKey(signer), InstantSource.fixed(NOW)).sign(content);
  }

  private PermissionMatchingLists lists() {
    PermissionMatchingLists node =
        new PermissionMatchingLists(new PermissionListStore(database.jdbc()), clock);
    node.afterPropertiesSet();
    return node;
  }

  private List<Integer> versions() {
    return database
        .everything()
        .sql("select version from permission_matching_list order by version")
        .query(Integer.class)
        .list();
  }

  private List<Communication> received() {
    return database.transactions().within(NETWORK, () -> communications.find(null));
  }

  private static InquiryTuple toTsukuba() {
    return new InquiryTuple(
        PERMITTED.inquirer(),
        PERMITTED.affair(),
        PERMITTED.procedure(),
        TSUKUBA,
        PERMITTED.information());
  }
}
