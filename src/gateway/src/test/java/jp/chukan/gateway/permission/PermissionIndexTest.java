package jp.chukan.gateway.permission;

import static jp.chukan.gateway.permission.SampleLists.FIRST_DAY;
import static jp.chukan.gateway.permission.SampleLists.LAST_DAY;
import static jp.chukan.gateway.permission.SampleLists.PERMITTED;
import static jp.chukan.gateway.testing.TestKeys.ISHINOMAKI;
import static jp.chukan.gateway.testing.TestKeys.STRANGER;
import static jp.chukan.gateway.testing.TestKeys.TSUKUBA;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.stream.Stream;
import jp.chukan.contract.code.AffairCode;
import jp.chukan.contract.code.ProcedureCode;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.gateway.permission.ListDecision.NotPermitted;
import jp.chukan.gateway.permission.ListDecision.Permitted;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("照会許可照合リストとの照合")
class PermissionIndexTest {
  private static final ListInForce LIST =
      new ListInForce(7, 1, SampleLists.PUBLISHED, SampleLists.PUBLISHED);

  @Test // MS-01
  void whatIsOnTheListIsPermittedByThatVersion() {
    assertThat(index(FIRST_DAY, LAST_DAY).check(PERMITTED, FIRST_DAY)).isEqualTo(new Permitted(7));
  }

  @Test // MS-16
  @DisplayName("住民基本台帳事務の名での照会は、リストにあっても許可しない")
  void nobodyInquiresInTheNameOfTheResidentRegister() {
    InquiryTuple inItsName =
        new InquiryTuple(
            PERMITTED.inquirer(),
            ProviderOnlyAffairs.RESIDENT_REGISTER,
            PERMITTED.procedure(),
            PERMITTED.provider(),
            PERMITTED.information());
    PermissionIndex index =
        new PermissionIndex.Builder().add(inItsName, new Validity(FIRST_DAY, null)).build(LIST);
    assertThat(index.check(inItsName, FIRST_DAY)).isEqualTo(new NotPermitted(7));
    assertThat(index.checkAffair(inItsName.affair(), FIRST_DAY)).isEqualTo(new NotPermitted(7));
  }

  static Stream<InquiryTuple> tuplesThatDifferInOnePlace() {
    InquiryTuple t = PERMITTED;
    AffairCode affair = new AffairCode("JM01000000002000");
    ProcedureCode procedure = new ProcedureCode("JT01010000002001");
    var information = new SpecificPersonalInformationCode("TM00000000000002");
    return Stream.of(
        new InquiryTuple(TSUKUBA, t.affair(), t.procedure(), t.provider(), t.information()),
        new InquiryTuple(t.inquirer(), affair, t.procedure(), t.provider(), t.information()),
        new InquiryTuple(t.inquirer(), t.affair(), procedure, t.provider(), t.information()),
        new InquiryTuple(t.inquirer(), t.affair(), t.procedure(), TSUKUBA, t.information()),
        new InquiryTuple(t.inquirer(), t.affair(), t.procedure(), t.provider(), information),
        // inquirer and provider changed places
        new InquiryTuple(ISHINOMAKI, t.affair(), t.procedure(), STRANGER, t.information()));
  }

  @ParameterizedTest // MS-01, MS-02
  @MethodSource("tuplesThatDifferInOnePlace")
  void whatDiffersInOnePlaceIsNotPermitted(InquiryTuple tuple) {
    assertThat(index(FIRST_DAY, null).check(tuple, FIRST_DAY)).isEqualTo(new NotPermitted(7));
  }

  @ParameterizedTest // MS-02
  @CsvSource({
    "2026-03-31, false",
    "2026-04-01, true",
    "2027-03-31, true",
    "2027-04-01, false",
  })
  @DisplayName("有効期間の初日と末日は含まれる")
  void bothDaysOfThePeriodBelongToIt(LocalDate day, boolean permitted) {
    ListDecision expected = permitted ? new Permitted(7) : new NotPermitted(7);
    PermissionIndex index = index(FIRST_DAY, LAST_DAY);
    assertThat(index.check(PERMITTED, day)).isEqualTo(expected);
    assertThat(index.checkAffair(PERMITTED.affair(), day)).isEqualTo(expected);
  }

  @Test // MS-02
  void anOpenPeriodDoesNotEnd() {
    assertThat(index(FIRST_DAY, null).check(PERMITTED, LocalDate.parse("2999-12-31")))
        .isEqualTo(new Permitted(7));
  }

  @Test // MS-01
  void oneOfSeveralPeriodsOfTheSameTupleIsEnough() {
    PermissionIndex index =
        new PermissionIndex.Builder()
            .add(PERMITTED, new Validity(FIRST_DAY, FIRST_DAY))
            .add(PERMITTED, new Validity(LAST_DAY, null))
            .build(LIST);
    assertThat(index.check(PERMITTED, FIRST_DAY)).isEqualTo(new Permitted(7));
    assertThat(index.check(PERMITTED, FIRST_DAY.plusDays(1))).isEqualTo(new NotPermitted(7));
    assertThat(index.check(PERMITTED, LAST_DAY)).isEqualTo(new Permitted(7));
  }

  @Test // MS-35
  void anAffairThatNoEntryNamesIsNotOneOfTheList() {
    assertThat(index(FIRST_DAY, null).checkAffair(new AffairCode("JM99000000000000"), FIRST_DAY))
        .isEqualTo(new NotPermitted(7));
  }

  private static PermissionIndex index(LocalDate from, @Nullable LocalDate to) {
    return new PermissionIndex.Builder().add(PERMITTED, new Validity(from, to)).build(LIST);
  }
}
