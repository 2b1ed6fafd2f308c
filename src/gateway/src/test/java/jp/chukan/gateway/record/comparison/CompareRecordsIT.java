package jp.chukan.gateway.record.comparison;

import static jp.chukan.gateway.record.comparison.Exchanges.DAY;
import static jp.chukan.gateway.record.comparison.Exchanges.NEXT_MORNING;
import static jp.chukan.gateway.record.comparison.Exchanges.NOON;
import static jp.chukan.gateway.record.comparison.Exchanges.as;
import static jp.chukan.gateway.record.comparison.Exchanges.provided;
import static jp.chukan.gateway.testing.TestKeys.ISHINOMAKI;
import static jp.chukan.gateway.testing.TestKeys.NETWORK;
import static jp.chukan.gateway.testing.TestKeys.TSUKUBA;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.crypto.DocumentSigner;
import jp.chukan.contract.crypto.DocumentVerifier;
import jp.chukan.contract.crypto.RawSignedDocument;
import jp.chukan.contract.crypto.TestAuthority;
import jp.chukan.contract.document.ExchangeRecordList;
import jp.chukan.contract.document.ReportedExchange;
import jp.chukan.contract.document.ReportedExchange.Keeper;
import jp.chukan.contract.document.ReportedExchange.Outcome;
import jp.chukan.contract.document.XmlDocuments;
import jp.chukan.gateway.kernel.JobProgress;
import jp.chukan.gateway.kernel.RowCursor;
import jp.chukan.gateway.record.CommunicationLog;
import jp.chukan.gateway.record.ProvisionRecord;
import jp.chukan.gateway.record.ProvisionRecords;
import jp.chukan.gateway.record.RecordOutcome;
import jp.chukan.gateway.record.RecordSide;
import jp.chukan.gateway.record.comparison.CompareDay.Period;
import jp.chukan.gateway.record.comparison.RecordFinding.Kind;
import jp.chukan.gateway.testing.TestClock;
import jp.chukan.gateway.testing.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Days of 石巻市 against lists of a network that a test makes up. */
@DisplayName("三者の記録の照合ジョブ")
class CompareRecordsIT {
  private static TestDatabase database;
  private static final TestAuthority AUTHORITY = TestAuthority.at(NEXT_MORNING);

  private final TestClock clock = new TestClock(NEXT_MORNING);
  private final FakeNetwork network = new FakeNetwork();
  private RecordComparisons comparisons;
  private CompareRecords compare;

  /** Hands out what a test wants, signed by whom it wants. */
  private final class FakeNetwork implements NetworkRecords {
    private final List<Period> asked = new ArrayList<>();
    private final List<ReportedExchange> records = new ArrayList<>();
    private InstitutionCode institution = ISHINOMAKI;
    private InstitutionCode signer = NETWORK;
    private Duration early = Duration.ZERO;
    private boolean away;

    @Override
    public RawSignedDocument of(InstitutionCode who, Instant from, Instant to) throws IOException {
      asked.add(new Period(from, to));
      if (away) {
        throw new IOException("away");
      }
      Period period = new Period(from, to);
      byte[] list =
          XmlDocuments.write(
              new ExchangeRecordList(
                  institution,
                  from,
                  to,
                  clock.instant().minus(early),
                  List.of(),
                  records.stream().filter(one -> period.holds(one.inquiredAt())).toList()));
      DocumentSigner document = new DocumentSigner(AUTHORITY.signingKey(signer), clock);
      return new RawSignedDocument(document.sign(list));
    }
  }

  @BeforeAll
  static void open() {
    database = TestDatabase.migrated();
  }

  @BeforeEach
  void fresh() {
    for (String table :
        List.of("record_comparison_finding", "record_comparison", "provision_record")) {
      database.everything().sql("delete from " + table).update();
    }
    comparisons = new RecordComparisons(database.jdbc());
    compare =
        new CompareRecords(
            network,
            new DocumentVerifier(AUTHORITY.trustAnchors(), clock),
            new OwnExchanges(
                new RowCursor(database.dataSource()), Exchanges.DISCLOSURE_SYSTEM.value()),
            comparisons,
            Exchanges.SETTINGS,
            new CommunicationLog(database.jdbc()),
            database.transactions(),
            clock,
            NETWORK.value());
  }

  private static void keep(ProvisionRecord... records) {
    database
        .transactions()
        .run(ISHINOMAKI, () -> new ProvisionRecords(database.jdbc()).append(List.of(records)));
  }

  private Optional<RecordComparison> newest(InstitutionCode institution, LocalDate day) {
    return database.transactions().within(institution, () -> comparisons.of(day)).stream()
        .findFirst();
  }

  private List<RecordFinding> findings(RecordComparison one) {
    return database
        .transactions()
        .within(ISHINOMAKI, () -> comparisons.findings(one.number(), 0, 50));
  }

  private static String failure(Optional<RecordComparison> report) {
    return String.valueOf(report.orElseThrow().errorCode());
  }

  @Test // MS-12, MS-74
  @DisplayName("一致した日は一度だけ、相違のある日は翌日にもう一度照合する")
  void aDayOnWhichAllAgreeIsDoneAndAnotherComesAgain() {
    ProvisionRecord one = provided("PN000001");
    ProvisionRecord held =
        Exchanges.own(
            RecordSide.PROVIDER, "PN000002", RecordOutcome.AWAITING_APPROVAL, null, NOON, NOON);
    ProvisionRecord released =
        Exchanges.own(
            RecordSide.PROVIDER,
            "PN000002",
            RecordOutcome.PROVIDED,
            null,
            NOON,
            NOON.plus(Duration.ofHours(3)));
    keep(one, held, released);
    network.records.add(as(Keeper.NETWORK, one, Outcome.PROVIDED));

    assertThat(compare.compare(ISHINOMAKI, JobProgress.unfollowed())).isEqualTo(3);
    assertThat(compare.compare(ISHINOMAKI, JobProgress.unfollowed()))
        .as("nothing more today")
        .isZero();
    RecordComparison report = newest(ISHINOMAKI, DAY).orElseThrow();
    assertThat(List.of(report.own(), report.network(), report.findings())).containsExactly(2, 1, 1);
    assertThat(findings(report))
        .containsExactly(
            RecordFinding.of(
                Kind.MISSING_THERE,
                Keeper.NETWORK,
                Objects.requireNonNull(released.processingNumber())));

    network.records.add(as(Keeper.NETWORK, released, Outcome.PROVIDED));
    clock.advance(Duration.ofDays(1));
    assertThat(compare.compare(ISHINOMAKI, JobProgress.unfollowed()))
        .as("the day with a finding, and a new one")
        .isEqualTo(2);
    assertThat(newest(ISHINOMAKI, DAY).orElseThrow()).matches(RecordComparison::isSettled);
    assertThat(database.transactions().within(ISHINOMAKI, () -> comparisons.of(DAY))).hasSize(2);
  }

  @Test // MS-74
  @DisplayName("署名がネットワークのものでないリストとは照合せず、次の実行でやり直す")
  void aListThatTheNetworkDidNotSignIsNotComparedAndIsAskedForAgain() {
    keep(provided("PN000001"));
    network.signer = ISHINOMAKI;
    compare.compare(ISHINOMAKI, JobProgress.unfollowed());
    assertThat(failure(newest(ISHINOMAKI, DAY))).isEqualTo("TKM-0402");
    network.signer = NETWORK;
    network.records.add(as(Keeper.NETWORK, provided("PN000001"), Outcome.PROVIDED));
    assertThat(compare.compare(ISHINOMAKI, JobProgress.unfollowed())).isEqualTo(3);
    assertThat(newest(ISHINOMAKI, DAY).orElseThrow()).matches(RecordComparison::isSettled);
  }

  @Test // MS-74
  @DisplayName("ほかの団体、ほかの時刻のリストは受け付けない")
  void aListForSomebodyElseOrOfBeforeIsNotCompared() {
    network.institution = TSUKUBA;
    compare.compare(ISHINOMAKI, JobProgress.unfollowed());
    assertThat(failure(newest(ISHINOMAKI, DAY))).isEqualTo("TKM-0403");
    network.institution = ISHINOMAKI;
    network.early = Duration.ofMinutes(11);
    compare.compare(ISHINOMAKI, JobProgress.unfollowed());
    assertThat(failure(newest(ISHINOMAKI, DAY))).isEqualTo("TKM-0403");
  }

  @Test // MS-74
  @DisplayName("ネットワークが応答しない間は、日ごとに一つの報告だけを残す")
  void aNetworkThatIsAwayLeavesOneReportForEachDay() {
    network.away = true;
    assertThat(compare.compare(ISHINOMAKI, JobProgress.unfollowed())).isEqualTo(3);
    assertThat(compare.compare(ISHINOMAKI, JobProgress.unfollowed())).isEqualTo(3);
    assertThat(failure(newest(ISHINOMAKI, DAY))).isEqualTo("TKM-0401");
    assertThat(database.transactions().within(ISHINOMAKI, () -> comparisons.of(DAY))).hasSize(1);
  }

  @Test // MS-12, MS-77
  @DisplayName("本人への提供は、ほかのどの機関の記録にもなくてよい")
  void whatAPersonSeesOfItselfIsNobodyElsesRecord() {
    keep(Exchanges.toThePerson("PN000009"));

    compare.compare(ISHINOMAKI, JobProgress.unfollowed());

    RecordComparison report = newest(ISHINOMAKI, DAY).orElseThrow();
    assertThat(report.errorCode()).isNull();
    assertThat(findings(report)).isEmpty();
  }

  @Test // MS-96
  @DisplayName("ほかの団体の報告は見えない")
  void anotherInstitutionSeesNoReport() {
    compare.compare(ISHINOMAKI, JobProgress.unfollowed());
    assertThat(newest(ISHINOMAKI, DAY)).isPresent();
    assertThat(newest(TSUKUBA, DAY)).isEmpty();
    assertThat(network.asked.getLast())
        .isEqualTo(
            new Period(
                Exchanges.PERIOD.from().minus(Duration.ofMinutes(10)),
                Exchanges.PERIOD.to().plus(Duration.ofMinutes(10))));
  }
}
