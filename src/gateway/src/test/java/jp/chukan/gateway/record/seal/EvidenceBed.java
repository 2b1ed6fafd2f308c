package jp.chukan.gateway.record.seal;

import static jp.chukan.gateway.testing.TestKeys.ISHINOMAKI;
import static jp.chukan.gateway.testing.TestKeys.STRANGER;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import jp.chukan.contract.code.AffairCode;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.LinkageCode;
import jp.chukan.contract.code.ProcedureCode;
import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.contract.code.UserId;
import jp.chukan.contract.crypto.DocumentSigner;
import jp.chukan.contract.crypto.RawSignedDocument;
import jp.chukan.contract.crypto.TestAuthority;
import jp.chukan.contract.crypto.TimeStampVerifier;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.contract.evidence.EvidenceReport;
import jp.chukan.contract.evidence.EvidenceVerifier;
import jp.chukan.contract.evidence.TreeHeadVerifier;
import jp.chukan.gateway.audit.Operation;
import jp.chukan.gateway.audit.OperationKind;
import jp.chukan.gateway.audit.OperationLog;
import jp.chukan.gateway.crypto.InstitutionSigners;
import jp.chukan.gateway.kernel.JobProgress;
import jp.chukan.gateway.record.ProvisionRecord;
import jp.chukan.gateway.record.ProvisionRecords;
import jp.chukan.gateway.record.RecordOutcome;
import jp.chukan.gateway.record.RecordSide;
import jp.chukan.gateway.testing.TestClock;
import jp.chukan.gateway.testing.TestDatabase;

/**
 * A database with evidence in it, its sealer, and an auditor who trusts nothing but the authority.
 */
public final class EvidenceBed {
  public final TestDatabase database = TestDatabase.migrated();
  public final TestClock clock;
  final TestAuthority authority;
  final TreeHeads heads = new TreeHeads(database.jdbc());
  final TreeLeaves leaves = new TreeLeaves(database.jdbc());
  final TreeNodes nodes = new TreeNodes(database.jdbc(), leaves);
  final SealLeaves sealer;

  private final ProvisionRecords records = new ProvisionRecords(database.jdbc());
  private final OperationLog operations = new OperationLog(database.jdbc());
  private int kept;

  EvidenceBed() {
    this(new TestClock());
  }

  /** At this time; the keys are valid for a year from then. */
  public EvidenceBed(TestClock clock) {
    this.clock = clock;
    this.authority = TestAuthority.at(clock.instant());
    this.sealer = sealer(authority);
  }

  /** Seals all that is there. */
  public void seal() {
    sealer.seal(ISHINOMAKI, JobProgress.unfollowed());
  }

  /** A sealer with the key that this authority gives the institution. */
  SealLeaves sealer(TestAuthority issuer) {
    return new SealLeaves(
        database.transactions(),
        heads,
        leaves,
        nodes,
        new InstitutionSigners(
            Map.of(ISHINOMAKI, new DocumentSigner(issuer.signingKey(ISHINOMAKI), clock))),
        new EvidenceSettings(Duration.ofMinutes(1), Duration.ofHours(4)),
        clock);
  }

  /** Keeps so many 「情報提供等記録」 in one transaction. */
  public void keepRecords(int count) {
    List<ProvisionRecord> some = IntStream.range(0, count).mapToObj(i -> record(kept + i)).toList();
    kept += count;
    database.transactions().run(ISHINOMAKI, () -> records.append(some));
  }

  public void keepOperation() {
    database
        .transactions()
        .run(
            ISHINOMAKI,
            () ->
                operations.append(
                    new Operation(
                        ISHINOMAKI,
                        new UserId("kansa01"),
                        OperationKind.VIEW,
                        "test",
                        true,
                        null,
                        null,
                        "監査のため",
                        clock.instant())));
  }

  /** Records and operations under several heads. */
  void fill() {
    for (int batch = 0; batch < 4; batch++) {
      keepRecords(24);
      keepOperation();
      sealer.seal(ISHINOMAKI, JobProgress.unfollowed());
      clock.advance(Duration.ofSeconds(1));
    }
  }

  public EvidenceReport verify(RawSignedDocument... known) {
    EvidenceVerifier verifier =
        new EvidenceVerifier(
            new TreeHeadVerifier(authority.trustAnchors()),
            (token, document) -> {
              throw InvalidInputException.of(ErrorCode.SCM_SIGNATURE);
            },
            Duration.ofHours(4));
    try {
      return verifier.verify(new ByteArrayInputStream(export()), List.of(known));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  byte[] export() throws IOException {
    var out = new ByteArrayOutputStream();
    new EvidenceExport(database.transactions(), database.dataSource(), clock)
        .write(ISHINOMAKI, out);
    return out.toByteArray();
  }

  RecordProofs proofs() {
    return new RecordProofs(
        heads,
        leaves,
        nodes,
        database.jdbc(),
        authority.trustAnchors(),
        new TimeStampVerifier(authority.trustAnchors()));
  }

  /** Does what somebody could who has the database itself. */
  void tamper(String sql) {
    database.everything().sql(sql).update();
  }

  StoredHead newestHead() {
    return database.transactions().within(ISHINOMAKI, heads::newest).orElseThrow();
  }

  private ProvisionRecord record(int number) {
    InstitutionCode provider = ISHINOMAKI;
    return new ProvisionRecord(
        provider,
        RecordSide.PROVIDER,
        new ProcessingNumber("PN%08d".formatted(number)),
        STRANGER,
        provider,
        new AffairCode("JM01000000001000"),
        new ProcedureCode("JT01010000001001"),
        new SpecificPersonalInformationCode("TM00000000000001"),
        List.of(new ItemCode("TK00000000000101")),
        new LinkageCode("fictitious-code-0001"),
        null,
        null,
        clock.instant(),
        clock.instant(),
        clock.instant(),
        RecordOutcome.PROVIDED,
        null);
  }
}
