package jp.chukan.mocknetwork.supplement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import jp.chukan.mocknetwork.link.Fault;
import jp.chukan.mocknetwork.link.RefusedCallException;
import jp.chukan.mocknetwork.person.ResidentRecordCode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("附票本人確認情報の論理チェック")
class SupplementChecksTest {
  private static final ResidentRecordCode CODE = new ResidentRecordCode("08220950001");

  /** Every state of a 附票 with every notice: before, after, what becomes of it. */
  @ParameterizedTest // JN-04 JN-06
  @CsvSource({
    "NONE,             ENTERED,          -",
    "NONE,             RETURNED,         UNKNOWN",
    "NONE,             MOVED,            UNKNOWN",
    "NONE,             CORRECTED,        UNKNOWN",
    "NONE,             LEFT_THE_COUNTRY, UNKNOWN",
    "NONE,             DIED,             UNKNOWN",
    "NONE,             TRANSFERRED,      UNKNOWN",
    "ENTERED,          ENTERED,          ALREADY_PRESENT",
    "ENTERED,          RETURNED,         ALREADY_PRESENT",
    "ENTERED,          MOVED,            -",
    "ENTERED,          CORRECTED,        -",
    "ENTERED,          LEFT_THE_COUNTRY, -",
    "ENTERED,          DIED,             -",
    "ENTERED,          TRANSFERRED,      -",
    "LEFT_THE_COUNTRY, ENTERED,          ALREADY_PRESENT",
    "LEFT_THE_COUNTRY, RETURNED,         -",
    "LEFT_THE_COUNTRY, MOVED,            UNKNOWN",
    "LEFT_THE_COUNTRY, CORRECTED,        CHANGES_TOO_MUCH",
    "LEFT_THE_COUNTRY, LEFT_THE_COUNTRY, ALREADY_REMOVED",
    "LEFT_THE_COUNTRY, DIED,             -",
    "LEFT_THE_COUNTRY, TRANSFERRED,      -",
    "DIED,             ENTERED,          ALREADY_REMOVED",
    "DIED,             RETURNED,         UNKNOWN",
    "DIED,             MOVED,            UNKNOWN",
    "DIED,             CORRECTED,        UNKNOWN",
    "DIED,             LEFT_THE_COUNTRY, UNKNOWN",
    "DIED,             DIED,             ALREADY_REMOVED",
    "DIED,             TRANSFERRED,      ALREADY_REMOVED",
    "TRANSFERRED,      ENTERED,          -",
    "TRANSFERRED,      RETURNED,         UNKNOWN",
    "TRANSFERRED,      MOVED,            UNKNOWN",
    "TRANSFERRED,      CORRECTED,        UNKNOWN",
    "TRANSFERRED,      LEFT_THE_COUNTRY, UNKNOWN",
    "TRANSFERRED,      DIED,             ALREADY_REMOVED",
    "TRANSFERRED,      TRANSFERRED,      ALREADY_REMOVED",
  })
  void everyNoticeFitsSomeStatesOnly(String before, SupplementNotice notice, String outcome) {
    Optional<SupplementChange> known =
        before.equals("NONE")
            ? Optional.empty()
            : Optional.of(TestSupplements.change(CODE, SupplementNotice.valueOf(before), 1));
    SupplementChange change = TestSupplements.change(CODE, notice, 2);

    if (outcome.equals("-")) {
      assertThatCode(() -> SupplementChecks.require(change, known)).doesNotThrowAnyException();
    } else {
      assertRefused(change, known, Fault.valueOf(outcome));
    }
  }

  @Test // JN-04
  @DisplayName("住所の異動で住所以外が変わるもの、最終住所がこれまでの住所でない国外転出はエラーになる")
  void aMoveChangesTheAddressAndNothingElse() {
    var known = Optional.of(TestSupplements.change(CODE, SupplementNotice.ENTERED, 1));

    assertRefused(
        TestSupplements.change(CODE, SupplementNotice.MOVED, 2, "架空 別人", TestSupplements.ADDRESS),
        known,
        Fault.CHANGES_TOO_MUCH);
    assertRefused(
        TestSupplements.change(
            CODE, SupplementNotice.LEFT_THE_COUNTRY, 2, TestSupplements.NAME, "架空県別の町1番地"),
        known,
        Fault.CHANGES_TOO_MUCH);
  }

  @Test // MU-16
  void anOlderVersionOrTheSameIsSuperseded() {
    var known = Optional.of(TestSupplements.change(CODE, SupplementNotice.ENTERED, 5));

    assertRefused(TestSupplements.change(CODE, SupplementNotice.MOVED, 5), known, Fault.SUPERSEDED);
    assertRefused(TestSupplements.change(CODE, SupplementNotice.MOVED, 4), known, Fault.SUPERSEDED);
  }

  @Test // JN-05
  @DisplayName("項目の形:外字数、状態と通知区分の組合せ、住所と最終住所")
  void eachItemHasItsForm() {
    assertThat(SupplementInformation.externalIn("架空\uE000\uDB80\uDC00子")).isEqualTo(2);
    assertThatThrownBy(
            () ->
                TestSupplements.information(
                    CODE,
                    SupplementNotice.DIED,
                    SupplementState.IN_JAPAN,
                    TestSupplements.NAME,
                    Optional.of(TestSupplements.ADDRESS),
                    Optional.empty()))
        .hasMessage("state");
    assertThatThrownBy(
            () ->
                TestSupplements.information(
                    CODE,
                    SupplementNotice.MOVED,
                    SupplementState.IN_JAPAN,
                    TestSupplements.NAME,
                    Optional.of(TestSupplements.ADDRESS),
                    Optional.of(TestSupplements.ADDRESS)))
        .hasMessage("lastAddress");
    assertThatThrownBy(
            () ->
                TestSupplements.information(
                    CODE,
                    SupplementNotice.MOVED,
                    SupplementState.IN_JAPAN,
                    " ",
                    Optional.of(TestSupplements.ADDRESS),
                    Optional.empty()))
        .hasMessage("name");
  }

  @Test // JN-08
  @DisplayName("附票本人確認情報は18項目で、個人番号も戸籍の表示も持たない")
  void thereAreEighteenItems() {
    assertThat(SupplementInformation.class.getRecordComponents()).hasSize(18);
  }

  private static void assertRefused(
      SupplementChange change, Optional<SupplementChange> known, Fault fault) {
    assertThatThrownBy(() -> SupplementChecks.require(change, known))
        .isInstanceOfSatisfying(
            RefusedCallException.class, refused -> assertThat(refused.fault()).isEqualTo(fault));
  }
}
