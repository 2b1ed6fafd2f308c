package jp.chukan.gateway.staff;

import static jp.chukan.gateway.testing.TestKeys.ISHINOMAKI;
import static jp.chukan.gateway.testing.TestKeys.TSUKUBA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.chukan.contract.code.AffairCode;
import jp.chukan.contract.code.DepartmentCode;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.UserId;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.Refusal;
import jp.chukan.gateway.audit.OperationLog;
import jp.chukan.gateway.csv.FaultyFileException;
import jp.chukan.gateway.record.Communication;
import jp.chukan.gateway.record.CommunicationLog;
import jp.chukan.gateway.testing.TestDatabase;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessException;

@DisplayName("職員の権限")
class GrantsIT {
  private static final Instant NOW = Instant.parse("2026-11-02T01:00:00Z");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 2);
  private static final UserId USER = new UserId("test-user-01");
  private static final DepartmentCode DEPARTMENT = new DepartmentCode("3595115400");
  private static final AffairCode AFFAIR = new AffairCode("JM01000000121000");
  private static final String HEADER = "ユーザーID,部署コード,事務コード,機能,有効開始日,有効終了日,理由";
  private static final String INQUIRY =
      "test-user-01,3595115400,JM01000000121000,照会,2026/04/01,2027/03/31,児童手当の担当";
  private static final String PROVISION =
      "test-user-01,3595115400,JM01000000121000,提供,2026/04/01,2027/03/31,児童手当の担当";

  private final TestDatabase database = TestDatabase.migrated();
  private final CommunicationLog communications = new CommunicationLog(database.jdbc());
  private final GrantStore store = new GrantStore(database.jdbc());
  private final Grants grants = new Grants(database.jdbc(), store);
  private final ReplaceGrants replace =
      new ReplaceGrants(
          store,
          database.transactions(),
          communications,
          new OperationLog(database.jdbc()),
          InstantSource.fixed(NOW));

  @Test // MS-22
  void withoutAGrantNothingIsPermitted() {
    assertThat(permits(GrantedFunction.INQUIRY, TODAY)).isFalse();
    assertThat(permits(GrantedFunction.PROVISION, TODAY)).isFalse();
    assertThat(inForce(ISHINOMAKI)).isEmpty();
  }

  @Test // MS-22, MS-23
  void theGrantToInquireIsNoneToProvide() {
    set(INQUIRY);
    assertThat(permits(GrantedFunction.INQUIRY, TODAY)).isTrue();
    assertThat(permits(GrantedFunction.PROVISION, TODAY)).isFalse();
  }

  @Test // MS-23
  void theGrantToProvideIsNoneToInquire() {
    set(PROVISION);
    assertThat(permits(GrantedFunction.INQUIRY, TODAY)).isFalse();
    assertThat(permits(GrantedFunction.PROVISION, TODAY)).isTrue();
  }

  @ParameterizedTest // MS-11, JN-36
  @CsvSource({
    "test-user-01, 3595115400, JM01000000121000, true",
    "test-user-02, 3595115400, JM01000000121000, false",
    "TEST-USER-01, 3595115400, JM01000000121000, false",
    "test-user-01, 3595115401, JM01000000121000, false",
    "test-user-01, 3595115400, JM01000000001000, false"
  })
  void aGrantIsForOnePersonOfOneDepartmentAndOneAffair(
      String user, String department, String affair, boolean permitted) {
    set(INQUIRY);
    assertThat(
            database
                .transactions()
                .within(
                    ISHINOMAKI,
                    () ->
                        grants.permits(
                            new UserId(user),
                            new DepartmentCode(department),
                            new AffairCode(affair),
                            GrantedFunction.INQUIRY,
                            TODAY)))
        .isEqualTo(permitted);
  }

  @ParameterizedTest // MU-07, MU-08
  @CsvSource({"2026-03-31,false", "2026-04-01,true", "2027-03-31,true", "2027-04-01,false"})
  void aGrantHoldsFromItsFirstToItsLastDay(LocalDate day, boolean permitted) {
    set(INQUIRY);
    assertThat(permits(GrantedFunction.INQUIRY, day)).isEqualTo(permitted);
  }

  @Test // MU-07
  void noGrantOutlivesItsFiscalYear() {
    assertThatExceptionOfType(FaultyFileException.class)
        .isThrownBy(() -> set(INQUIRY.replace("2027/03/31", "2027/04/01")))
        .satisfies(
            e ->
                assertThat(e.faults())
                    .containsExactly(new Refusal(ErrorCode.SCM_GRANT_FISCAL_YEAR, "2", "有効終了日")));
    assertThat(inForce(ISHINOMAKI)).isEmpty();
  }

  @ParameterizedTest // MU-07
  @CsvSource({"2026-04-01,2027-04-01", "2026-03-31,2026-04-01", "2027-01-01,2027-04-01"})
  void noGrantOutlivesItsFiscalYearInTheDatabaseEither(LocalDate from, LocalDate to) {
    Grant grant = new Grant(USER, DEPARTMENT, AFFAIR, GrantedFunction.INQUIRY, from, to, "理由");
    assertThatThrownBy(() -> TestGrants.on(database).inForce(ISHINOMAKI, grant))
        .isInstanceOf(DataAccessException.class)
        .hasStackTraceContaining("check constraint");
  }

  @Test // JN-36
  void aNewSetReplacesTheOldOneAsAWhole() {
    assertThat(set(INQUIRY)).isEqualTo(1);
    assertThat(set(PROVISION)).isEqualTo(2);
    assertThat(permits(GrantedFunction.INQUIRY, TODAY)).isFalse();
    assertThat(permits(GrantedFunction.PROVISION, TODAY)).isTrue();
  }

  @Test // JN-36
  void anEmptySetWithdrawsEverything() {
    set(INQUIRY);
    set();
    assertThat(permits(GrantedFunction.INQUIRY, TODAY)).isFalse();
    assertThat(inForce(ISHINOMAKI))
        .singleElement()
        .satisfies(s -> assertThat(s.grants()).isEmpty());
  }

  @Test // JN-36
  void formerSetsAreKeptWithWhenAndByWhom() {
    set(INQUIRY);
    set(PROVISION);
    assertThat(
            database
                .everything()
                .sql(
                    """
                    select s.set_number || ' ' || s.changed_by || ' ' || g.granted_function
                      from staff_grant_set s join staff_grant g using (institution_code, set_number)
                     order by 1
                    """)
                .query(String.class)
                .list())
        .containsExactly("1 client-of-a-test INQUIRY", "2 client-of-a-test PROVISION");
    assertThat(inForce(ISHINOMAKI).getFirst().changedAt()).isEqualTo(NOW);
  }

  @Test // JN-36
  void aBadRowChangesNothing() {
    set(INQUIRY);
    assertThatExceptionOfType(FaultyFileException.class)
        .isThrownBy(() -> set(PROVISION, INQUIRY.replace("照会", "全部")))
        .satisfies(
            e ->
                assertThat(e.faults())
                    .containsExactly(new Refusal(ErrorCode.SYM_CSV_FORM, "3", "機能")));
    assertThat(permits(GrantedFunction.INQUIRY, TODAY)).isTrue();
    assertThat(permits(GrantedFunction.PROVISION, TODAY)).isFalse();
  }

  @Test
  void theSameFileAgainChangesNothing() {
    assertThat(set(INQUIRY)).isEqualTo(1);
    assertThat(set(INQUIRY)).isEqualTo(1);
  }

  @Test
  void aSetIsReplacedWholeOrNotAtAll() {
    set(INQUIRY);
    database.everything().sql("revoke insert on staff_grant from chukan_app").update();
    assertThatThrownBy(() -> set(PROVISION)).isInstanceOf(DataAccessException.class);
    assertThat(inForce(ISHINOMAKI)).singleElement().returns(1, GrantSet::number);
  }

  @Test // MS-96
  void theGrantsOfAnotherInstitutionAreInvisible() {
    set(INQUIRY);
    assertThat(inForce(TSUKUBA)).isEmpty();
    assertThat(
            database
                .transactions()
                .within(
                    TSUKUBA,
                    () -> grants.permits(USER, DEPARTMENT, AFFAIR, GrantedFunction.INQUIRY, TODAY)))
        .isFalse();
    replace.replace(TSUKUBA, "client-of-a-test", file());
    assertThat(permits(GrantedFunction.INQUIRY, TODAY)).isTrue();
  }

  @Test // JN-02
  void eachReplacementIsRecorded() {
    set(INQUIRY);
    assertThat(database.transactions().within(ISHINOMAKI, () -> communications.find(null)))
        .singleElement()
        .returns("grants", Communication::messageType)
        .returns("1", Communication::number);
  }

  @ParameterizedTest // JN-36
  @MethodSource
  void theServersOwnRoleCannotChangeAGrant(String statement) {
    set(INQUIRY);
    assertThatThrownBy(() -> database.jdbc().sql(statement).update())
        .isInstanceOf(DataAccessException.class)
        .hasStackTraceContaining("permission denied");
  }

  static List<String> theServersOwnRoleCannotChangeAGrant() {
    return List.of(
        "delete from staff_grant",
        "update staff_grant set valid_to = valid_from",
        "delete from staff_grant_set",
        "update staff_grant_set set set_number = 9");
  }

  private int set(String... rows) {
    return replace.replace(ISHINOMAKI, "client-of-a-test", file(rows)).number();
  }

  private boolean permits(GrantedFunction function, LocalDate day) {
    return database
        .transactions()
        .within(ISHINOMAKI, () -> grants.permits(USER, DEPARTMENT, AFFAIR, function, day));
  }

  private List<GrantSet> inForce(InstitutionCode institution) {
    return database.transactions().within(institution, () -> grants.inForce().stream().toList());
  }

  private static byte[] file(String... rows) {
    return Stream.concat(Stream.of(HEADER), Stream.of(rows))
        .collect(Collectors.joining("\r\n", "", "\r\n"))
        .getBytes(StandardCharsets.UTF_8);
  }
}
