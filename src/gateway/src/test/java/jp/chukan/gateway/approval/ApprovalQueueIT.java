package jp.chukan.gateway.approval;

import static jp.chukan.gateway.testing.TestKeys.ISHINOMAKI;
import static jp.chukan.gateway.testing.TestKeys.TSUKUBA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import jp.chukan.contract.code.LinkageCode;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.contract.crypto.KeyFiles;
import jp.chukan.contract.crypto.RawSignedDocument;
import jp.chukan.contract.crypto.TestAuthority.KeyKind;
import jp.chukan.gateway.crypto.MasterKeys;
import jp.chukan.gateway.crypto.PersonalDataCipher;
import jp.chukan.gateway.kernel.SerialNumbers;
import jp.chukan.gateway.testing.ProvisionDraft;
import jp.chukan.gateway.testing.TestClock;
import jp.chukan.gateway.testing.TestDatabase;
import jp.chukan.gateway.testing.TestKeys;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;

@DisplayName("承認待ち")
class ApprovalQueueIT {
  private static final TestClock CLOCK = new TestClock();

  @TempDir private static Path directory;
  private static TestDatabase database;
  private static TestKeys keys;
  private static PersonalDataCipher cipher;
  private static ApprovalQueue queue;

  @BeforeAll
  static void start() {
    database = TestDatabase.migrated();
    keys = TestKeys.in(directory);
    SecureRandom random = new SecureRandom();
    cipher =
        new PersonalDataCipher(
            database.jdbc(),
            MasterKeys.of(
                KeyFiles.wrappingKey(
                    directory.resolve("master.p12"), TestKeys.PASSWORD.toCharArray(), "master-1")),
            CLOCK,
            random);
    queue = new ApprovalQueue(database.jdbc(), cipher, new SerialNumbers(CLOCK, random));
  }

  @Test // MS-05, MS-80
  void aCaseIsListedUnderANumberOfItsOwnUntilSomebodyDecides() {
    ProvisionDraft draft = draft();
    ReceptionNumber caseId = hold(draft);
    assertThat(list())
        .filteredOn(waiting -> waiting.caseId().equals(caseId))
        .containsExactly(
            new ApprovalCase(
                caseId,
                draft.number,
                draft.inquirer,
                draft.affair,
                draft.information,
                ApprovalReason.FLAGGED,
                ApprovalState.AWAITING,
                CLOCK.instant(),
                draft.permitExpiresAt,
                0));
  }

  @Test // MS-05
  void theRequestComesBackAsTheNetworkSignedItAndOnlyInItsPlace() {
    ProvisionDraft draft = draft();
    byte[] signed = draft.message();
    ReceptionNumber caseId = hold(draft, signed);
    byte[] stored =
        database
            .everything()
            .sql("select request from approval_case where case_id = ?")
            .param(caseId.value())
            .query(byte[].class)
            .single();
    assertThat(decrypt(stored, caseId)).isEqualTo(signed);
    assertThatThrownBy(() -> decrypt(stored, new ReceptionNumber("ANOTHERCASE")))
        .isInstanceOf(RuntimeException.class);
  }

  @Test // MS-96
  void anotherInstitutionSeesNoCase() {
    hold(draft());
    assertThat(database.transactions().within(TSUKUBA, queue::list)).isEmpty();
  }

  @Test // MS-80
  void oneExchangeIsHeldOnce() {
    ProvisionDraft draft = draft();
    hold(draft);
    assertThatThrownBy(() -> insert(draft, draft.message()))
        .isInstanceOf(DataAccessException.class);
  }

  @Test // MS-05
  void theServerCannotReleaseACase() {
    hold(draft());
    assertThatThrownBy(
            () ->
                database
                    .transactions()
                    .run(
                        ISHINOMAKI,
                        () ->
                            database
                                .jdbc()
                                .sql("update approval_case set state = 'APPROVED'")
                                .update()))
        .isInstanceOf(DataAccessException.class);
  }

  @Test
  void aHeldRequestPrintsNothingOfThePerson() {
    ProvisionDraft draft = draft();
    assertThat(held(draft, draft.message()).toString())
        .contains(draft.number.value())
        .doesNotContain(draft.person.value());
  }

  private static ProvisionDraft draft() {
    ProvisionDraft draft =
        new ProvisionDraft(
            keys.networkSigner(),
            keys.authority().decryptionKey(ProvisionDraft.MINISTER, KeyKind.EC_P256),
            CLOCK.instant());
    draft.person = new LinkageCode("code-of-a-fictitious-person");
    return draft;
  }

  private static ReceptionNumber hold(ProvisionDraft draft) {
    return hold(draft, draft.message());
  }

  private static ReceptionNumber hold(ProvisionDraft draft, byte[] signed) {
    database
        .everything()
        .sql("insert into provision_request values (?, ?, sha256(?), now())")
        .params(
            ISHINOMAKI.value(),
            draft.number.value(),
            draft.number.value().getBytes(StandardCharsets.UTF_8))
        .update();
    return insert(draft, signed);
  }

  private static ReceptionNumber insert(ProvisionDraft draft, byte[] signed) {
    return database.transactions().within(ISHINOMAKI, () -> queue.hold(held(draft, signed)));
  }

  private static HeldRequest held(ProvisionDraft draft, byte[] signed) {
    return new HeldRequest(
        ISHINOMAKI,
        draft.body(),
        new RawSignedDocument(signed),
        ApprovalReason.FLAGGED,
        CLOCK.instant(),
        draft.permitExpiresAt);
  }

  private static byte[] decrypt(byte[] stored, ReceptionNumber caseId) {
    return database
        .transactions()
        .within(
            ISHINOMAKI,
            () -> cipher.decrypt(ISHINOMAKI, stored, "approval_case:" + caseId.value()));
  }

  private static List<ApprovalCase> list() {
    return database.transactions().within(ISHINOMAKI, queue::list);
  }
}
