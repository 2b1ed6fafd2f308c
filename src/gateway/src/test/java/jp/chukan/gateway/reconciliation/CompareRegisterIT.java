package jp.chukan.gateway.reconciliation;

import static jp.chukan.gateway.reconciliation.ReconciliationBed.FROM;
import static jp.chukan.gateway.reconciliation.ReconciliationBed.bytes;
import static jp.chukan.gateway.reconciliation.ReconciliationBed.counts;
import static jp.chukan.gateway.reconciliation.ReconciliationBed.member;
import static jp.chukan.gateway.reconciliation.ReconciliationBed.record;
import static jp.chukan.gateway.reconciliation.ReconciliationBed.xml;
import static jp.chukan.gateway.replica.TestReplicas.HEAD_NAME;
import static jp.chukan.gateway.replica.TestReplicas.IS_HEAD;
import static jp.chukan.gateway.replica.TestReplicas.RELATION;
import static jp.chukan.gateway.testing.TestKeys.ISHINOMAKI;
import static jp.chukan.gateway.testing.TestKeys.TSUKUBA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import jp.chukan.contract.attachment.RegistrationRecord;
import jp.chukan.contract.code.ReceptionNumber;
import jp.chukan.gateway.kernel.JobProgress;
import jp.chukan.gateway.reconciliation.Reconciliation.ItemCount;
import jp.chukan.gateway.staff.StaffIdentity;
import jp.chukan.gateway.staff.StaffRole;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("原本と副本の突合")
class CompareRegisterIT {
  private static ReconciliationBed bed;

  @BeforeAll
  static void open() {
    bed = new ReconciliationBed();
  }

  @BeforeEach
  void empty() {
    bed.empty();
  }

  @Test // MS-52
  @DisplayName("足りない副本、余分な副本、値の違う副本を、それぞれ項目まで示す")
  void eachKindOfDifferenceIsFoundAndNamedByItem() {
    bed.stored(
        member("900000000000001", "架空 一郎"),
        member("900000000000002", "架空 二郎"),
        member("900000000000003", "架空 三郎", "子"));
    Reconciliation one =
        bed.compared(
            member("900000000000001", "架空 一郎"),
            member("900000000000003", "架空 参郎", "妻"),
            member("900000000000004", "架空 四郎"));
    assertThat(one.state()).isEqualTo(ReconciliationState.DONE);
    assertThat(counts(one)).containsExactly(1, 1, 1, 1);
    assertThat(bed.view(one.number()).items())
        .containsExactlyInAnyOrder(
            new ItemCount(HEAD_NAME.value(), 1), new ItemCount(RELATION.value(), 1));
    List<ShownFinding> found = bed.look(one.number());
    assertThat(found)
        .extracting(
            finding -> finding.finding().kind(), finding -> finding.key().addressee().value())
        .containsExactly(
            tuple(FindingKind.EXTRA, "900000000000002"),
            tuple(FindingKind.DIFFERENT, "900000000000003"),
            tuple(FindingKind.MISSING, "900000000000004"));
    assertThat(found.get(1).differences())
        .containsExactly(
            new ItemDifference(HEAD_NAME.value(), "架空 参郎", "架空 三郎"),
            new ItemDifference(RELATION.value(), "妻", "子"));
  }

  @Test // MS-52
  @DisplayName("等しければ、明細の順序が違っても何も見つからない")
  void equalSidesFindNothingWhateverTheirOrder() {
    RegistrationRecord[] records = {
      member("900000000000005", "架空 一郎"),
      member("900000000000001", "架空 二郎"),
      record("900000000000001", "10", FROM, null, IS_HEAD.value(), "1"),
      record("900000000000001", "2", FROM, null, IS_HEAD.value(), "1"),
      record("900000000000001", "K-9", FROM, null, IS_HEAD.value(), "1"),
    };
    bed.stored(records);
    RegistrationRecord[] shuffled = {records[4], records[2], records[0], records[3], records[1]};
    Reconciliation one = bed.compared(shuffled);
    assertThat(counts(one)).containsExactly(0, 0, 0, 5);
    assertThat(bed.rows("reconciliation_finding")).isZero();
  }

  @Test // MS-52
  @DisplayName("宛名番号の前の零は、あってもなくても同じ人である")
  void leadingZerosOfThePersonMakeNoDifference() {
    bed.stored(member("000000000000123", "架空 一郎"));
    byte[] register =
        new String(xml(member("000000000000123", "架空 一郎")), StandardCharsets.UTF_8)
            .replace(">000000000000123<", ">123<")
            .getBytes(StandardCharsets.UTF_8);
    assertThat(counts(bed.compared(RegisterForm.XML, register))).containsExactly(0, 0, 0, 1);
    assertThat(
            counts(
                bed.compared(
                    RegisterForm.CSV,
                    bytes(
                        "IntegratedAddressNumber,DataSetRecordKey,%s\r\n123,1,架空 一郎\r\n"
                            .formatted(HEAD_NAME)))))
        .containsExactly(0, 0, 0, 1);
  }

  @Test // MS-52
  @DisplayName("空、nil、要素なしは、どれも値なしである")
  void anItemThatIsEmptyNilOrNotThereHoldsNoValue() {
    bed.stored(record("900000000000001", "1", FROM, null, IS_HEAD.value(), "1"));
    RegistrationRecord nil =
        record(
            "900000000000001",
            "1",
            FROM,
            null,
            IS_HEAD.value(),
            "1",
            HEAD_NAME.value(),
            "",
            RELATION.value(),
            "");
    assertThat(counts(bed.compared(nil))).containsExactly(0, 0, 0, 1);
    String csv =
        "IntegratedAddressNumber,DataSetRecordKey,%s,%s\r\n900000000000001,1,1,\r\n"
            .formatted(IS_HEAD, HEAD_NAME);
    assertThat(counts(bed.compared(RegisterForm.CSV, bytes(csv)))).containsExactly(0, 0, 0, 1);
    Reconciliation one = bed.compared(RegisterForm.CSV, bytes(csv.replace("1,1,\r", "1,,架空 一郎\r")));
    assertThat(bed.look(one.number()).getFirst().differences())
        .containsExactly(
            new ItemDifference(IS_HEAD.value(), null, "1"),
            new ItemDifference(HEAD_NAME.value(), "架空 一郎", null));
  }

  @Test // MS-52
  @DisplayName("公開期間の相違も項目として示す")
  void thePeriodOfPublicationIsComparedLikeAnItem() {
    LocalDate end = LocalDate.parse("2027-03-31");
    bed.stored(record("900000000000001", "1", FROM, end, IS_HEAD.value(), "1"));
    Reconciliation one =
        bed.compared(record("900000000000001", "1", FROM.minusDays(1), null, IS_HEAD.value(), "1"));
    assertThat(bed.view(one.number()).items())
        .containsExactly(new ItemCount("PublicationDate", 1), new ItemCount("PublishedEndDate", 1));
    assertThat(
            counts(
                bed.compared(
                    RegisterForm.CSV,
                    bytes(
                        "IntegratedAddressNumber,DataSetRecordKey,%s\r\n900000000000001,1,1\r\n"
                            .formatted(IS_HEAD)))))
        .as("what has no column is not compared")
        .containsExactly(0, 0, 0, 1);
  }

  @Test // MS-52
  @DisplayName("項目を選ぶと、その項目だけを比べる")
  void onlyTheItemsThatAreAskedForAreCompared() {
    bed.stored(member("900000000000001", "架空 一郎", "子"));
    byte[] register = xml(member("900000000000001", "架空 違郎", "子"));
    assertThat(counts(bed.compared(RegisterForm.XML, register, RELATION.value())))
        .containsExactly(0, 0, 0, 1);
    assertThat(counts(bed.compared(RegisterForm.XML, register, HEAD_NAME.value())))
        .containsExactly(0, 0, 1, 0);
  }

  @Test // MS-52, MS-50
  @DisplayName("出力した副本を、そのまま原本として読むと一致し、登録もできる")
  void whatComesOutCanGoInAgain() {
    bed.stored(
        member("900000000000001", "=架空,\"一郎\""),
        record("900000000000002", "1", FROM, FROM.plusYears(1), IS_HEAD.value(), "1"));
    byte[] csv = bed.written(RegisterForm.CSV);
    byte[] written = bed.written(RegisterForm.XML);
    assertThat(new String(csv, StandardCharsets.UTF_8))
        .startsWith("\uFEFF団体内統合宛名番号(IntegratedAddressNumber),")
        .contains(",世帯主氏名(%s),".formatted(HEAD_NAME), ",\"'=架空,\"\"一郎\"\"\",")
        .endsWith("\r\n");
    assertThat(counts(bed.compared(RegisterForm.CSV, csv))).containsExactly(0, 0, 0, 2);
    assertThat(counts(bed.compared(RegisterForm.XML, written))).containsExactly(0, 0, 0, 2);
    assertThat(new String(bed.written(RegisterForm.XML, RELATION.value()), StandardCharsets.UTF_8))
        .contains("<" + RELATION)
        .doesNotContain(HEAD_NAME.value());

    bed.empty();
    assertThat(bed.replicas.register(ISHINOMAKI, written)).isEmpty();
    assertThat(counts(bed.compared(RegisterForm.CSV, csv))).containsExactly(0, 0, 0, 2);
  }

  @Test // MS-96
  @DisplayName("ほかの団体の副本は、突合にも出力にも現れない")
  void anotherInstitutionsReplicasNeverAppear() {
    bed.stored(TSUKUBA, member("900000000000001", "架空 他市"), member("900000000000007", "架空 他市"));
    bed.stored(member("900000000000001", "架空 一郎"));
    Reconciliation one = bed.compared(member("900000000000001", "架空 一郎"));
    assertThat(counts(one)).containsExactly(0, 0, 0, 1);
    assertThat(new String(bed.written(RegisterForm.XML), StandardCharsets.UTF_8))
        .contains("900000000000001", "架空 一郎")
        .doesNotContain("900000000000007", "架空 他市");
    StaffIdentity stranger =
        new StaffIdentity(
            TSUKUBA,
            ReconciliationBed.OFFICER.user(),
            ReconciliationBed.OFFICER.department(),
            Set.of(StaffRole.OFFICER),
            true);
    assertThat(bed.desk.find(stranger, one.number())).isEmpty();
  }

  @Test // MS-51, MS-76
  @DisplayName("権限のない職員には存在せず、内容を見ると一人ずつ操作ログに残る")
  void whoMayNotSeeTheReplicasSeesNoFindingAndEachLookIsKept() {
    bed.stored(member("900000000000001", "架空 一郎"), member("900000000000002", "架空 二郎"));
    Reconciliation one = bed.compared(member("900000000000003", "架空 三郎"));
    assertThat(bed.desk.find(ReconciliationBed.UNGRANTED, one.number())).isEmpty();
    assertThat(bed.desk.page(ReconciliationBed.UNGRANTED, 0, 50)).isEmpty();
    bed.look(one.number());
    assertThat(
            bed.database
                .everything()
                .sql(
                    """
                    select addressee_number || ' ' || purpose from operation
                     where operation_function = 'reconciliation.look' and target = ?
                     order by id
                    """)
                .param(one.number().value())
                .query(String.class)
                .list())
        .containsExactly(
            "900000000000001 副本と原本の突合", "900000000000002 副本と原本の突合", "900000000000003 副本と原本の突合");
  }

  @Test // MS-61, MS-62, JN-02
  @DisplayName("ファイルは突合の後に残らず、見つかったものは暗号化され、保管期限の後に消える")
  void nothingOfTheFileStaysAndFindingsRestEncryptedUntilTheirRetentionIsOver() {
    bed.stored(member("900000000000001", "架空 一郎"));
    ReceptionNumber number = bed.take(RegisterForm.XML, xml(member("900000000000001", "架空 違郎")));
    assertThat(everything("reconciliation_staging")).doesNotContain(hex("架空 違郎"));
    bed.compare.compare(ISHINOMAKI, JobProgress.unfollowed());
    assertThat(bed.rows("reconciliation_staging")).isZero();
    assertThat(everything("reconciliation_finding"))
        .isNotEmpty()
        .doesNotContain("900000000000001", hex("900000000000001"), hex("架空 違郎"), hex("架空 一郎"));

    assertThat(bed.removing(Duration.ofDays(30)).remove(ISHINOMAKI, JobProgress.unfollowed()))
        .isZero();
    assertThat(bed.removing(Duration.ofDays(31)).remove(ISHINOMAKI, JobProgress.unfollowed()))
        .isEqualTo(1);
    assertThat(bed.rows("reconciliation_finding")).isZero();
    Reconciliation left = bed.view(number).one();
    assertThat(counts(left)).containsExactly(0, 0, 1, 0);
    assertThat(left.removedAt()).isNotNull();
  }

  @Test // MS-52
  @DisplayName("相違が多いときは、すべて数え、決められた件数だけを保管する")
  void allAreCountedAndOnlySoManyAreKept() {
    RegistrationRecord[] register = new RegistrationRecord[ReconciliationBed.MOST_FINDINGS + 5];
    for (int i = 0; i < register.length; i++) {
      register[i] = member("9000000%08d".formatted(i), "架空 一郎");
    }
    Reconciliation one = bed.compared(register);
    assertThat(counts(one)).containsExactly(register.length, 0, 0, 0);
    assertThat(Objects.requireNonNull(one.counts()).kept())
        .isEqualTo(ReconciliationBed.MOST_FINDINGS);
    assertThat(bed.rows("reconciliation_finding")).isEqualTo(ReconciliationBed.MOST_FINDINGS);
  }

  @Test // MS-61
  @DisplayName("始まる前なら中止でき、ファイルは残らない")
  void whatWaitsCanBeCalledOffOnce() {
    ReceptionNumber number = bed.take(RegisterForm.XML, xml(member("900000000000001", "架空")));
    assertThat(bed.desk.cancel(ReconciliationBed.OFFICER, number)).isEmpty();
    assertThat(bed.rows("reconciliation_staging")).isZero();
    assertThat(bed.view(number).one().state()).isEqualTo(ReconciliationState.CANCELLED);
    assertThat(bed.compare.compare(ISHINOMAKI, JobProgress.unfollowed())).isZero();
    assertThat(bed.desk.cancel(ReconciliationBed.OFFICER, number)).isPresent();
  }

  @Test // MS-61
  @DisplayName("途中で失われたファイルは、余分な副本とされず、突合は失敗する")
  void aFileThatIsNotWholeAnyMoreFailsAndIsRemoved() {
    bed.stored(member("900000000000001", "架空 一郎"), member("900000000000002", "架空 二郎"));
    ReceptionNumber number =
        bed.take(
            RegisterForm.XML,
            xml(member("900000000000001", "架空 一郎"), member("900000000000002", "架空 二郎")));
    bed.database.everything().sql("delete from reconciliation_staging where position = 2").update();
    bed.compare.compare(ISHINOMAKI, JobProgress.unfollowed());
    Reconciliation one = bed.view(number).one();
    assertThat(one.state()).isEqualTo(ReconciliationState.FAILED);
    assertThat(one.errorCode()).isEqualTo("DBM-0406");
    assertThat(bed.rows("reconciliation_staging")).isZero();
    assertThat(bed.rows("reconciliation_finding")).isZero();
  }

  private static String everything(String table) {
    return bed.database
        .everything()
        .sql("select string_agg(one::text, ' ') from " + table + " one")
        .query(String.class)
        .single();
  }

  private static String hex(String text) {
    return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
  }
}
