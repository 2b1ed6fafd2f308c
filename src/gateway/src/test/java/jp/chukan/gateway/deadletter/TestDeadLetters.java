package jp.chukan.gateway.deadletter;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.SystemIdentifier;
import jp.chukan.contract.crypto.DocumentVerifier;
import jp.chukan.contract.crypto.TestAuthority;
import jp.chukan.gateway.audit.OperationLog;
import jp.chukan.gateway.crypto.MasterKeys;
import jp.chukan.gateway.crypto.PersonalDataCipher;
import jp.chukan.gateway.kernel.SerialNumbers;
import jp.chukan.gateway.kernel.ServedInstitutions;
import jp.chukan.gateway.permission.PermissionMatchingLists;
import jp.chukan.gateway.permit.PermitTimes;
import jp.chukan.gateway.provision.AnswerReauthorisation;
import jp.chukan.gateway.record.ProvisionRecords;
import jp.chukan.gateway.testing.TestDatabase;
import jp.chukan.gateway.testing.TestKeys;

/** Dead letters on a real database, without a broker. */
public final class TestDeadLetters {
  /** What every letter of this says: nobody may see it. */
  public static final String CONTENT = "content-of-a-dead-letter";

  static final int ATTEMPTS = 20;

  public final DeadLetters letters;
  public final DecideDeadLetter decide;
  final KeepDeadLetter keep;
  final PublishRedrivenLetters publish;

  private TestDeadLetters(
      TestDatabase database, PermissionMatchingLists lists, InstantSource clock) {
    var tx = database.transactions();
    LetterStore store = new LetterStore(database.jdbc());
    SecureRandom random = new SecureRandom();
    PersonalDataCipher cipher =
        new PersonalDataCipher(database.jdbc(), MasterKeys.of(TestKeys.masterKey()), clock, random);
    ServedInstitutions served =
        new ServedInstitutions(List.of(served(TestKeys.ISHINOMAKI), served(TestKeys.TSUKUBA)));
    letters = new DeadLetters(store, database.jdbc());
    decide =
        new DecideDeadLetter(
            tx,
            store,
            new AnswerReauthorisation(
                new ProvisionRecords(database.jdbc()), lists, new PermitTimes(database.jdbc())),
            new OperationLog(database.jdbc()),
            clock);
    keep =
        new KeepDeadLetter(
            tx,
            served,
            new LetterNumbers(
                new DocumentVerifier(TestAuthority.at(clock.instant()).trustAnchors(), clock),
                TestKeys.NETWORK.value()),
            store,
            cipher,
            new SerialNumbers(clock, random),
            clock,
            ATTEMPTS);
    publish = new PublishRedrivenLetters(tx, served, store, cipher);
  }

  public static TestDeadLetters on(
      TestDatabase database, PermissionMatchingLists lists, InstantSource clock) {
    return new TestDeadLetters(database, lists, clock);
  }

  private static ServedInstitutions.Institution served(InstitutionCode code) {
    return new ServedInstitutions.Institution(
        code, "試験機関", new SystemIdentifier("T000104202"), URI.create("https://localhost"));
  }

  /** The broker gives up an answer of the institution on its way out. */
  public void answerDies(InstitutionCode institution, String messageId, String number) {
    dies(
        Map.of("_AMQ_ORIG_ADDRESS", "network.answer." + institution, "Number", number),
        institution,
        messageId);
  }

  void dies(Map<String, Object> headers, InstitutionCode institution, String messageId) {
    Map<String, Object> all = new java.util.HashMap<>(headers);
    all.put("Institution", institution.value());
    all.put("JMSMessageID", messageId);
    all.putIfAbsent("JMSTimestamp", 1_700_000_000_000L);
    keep.keep(all, CONTENT.getBytes(StandardCharsets.UTF_8));
  }
}
