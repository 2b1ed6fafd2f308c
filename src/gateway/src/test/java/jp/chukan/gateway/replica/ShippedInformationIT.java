package jp.chukan.gateway.replica;

import static jp.chukan.gateway.replica.ReplicaBed.HOUSEHOLD;
import static jp.chukan.gateway.replica.ReplicaBed.RELATION;
import static jp.chukan.gateway.replica.ReplicaBed.TODAY;
import static jp.chukan.gateway.testing.TestKeys.ISHINOMAKI;
import static jp.chukan.gateway.testing.TestKeys.TSUKUBA;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import jp.chukan.contract.code.DepartmentCode;
import jp.chukan.contract.code.ItemCode;
import jp.chukan.contract.code.LayoutEdition;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.message.ReplicaInquiry;
import jp.chukan.contract.message.ReplicaInquiryResult;
import jp.chukan.contract.message.ReplicaRegistrationResult;
import jp.chukan.contract.message.ReplicaRegistrationResult.Refused;
import jp.chukan.contract.message.XmlMessages;
import jp.chukan.gateway.layout.LayoutItem;
import jp.chukan.gateway.layout.StandardLayout;
import jp.chukan.gateway.replica.ReplicaLookup.Found;
import jp.chukan.gateway.replica.ReplicaLookup.LayoutMismatch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What other business systems than the resident register put in, by the layouts of theirs. */
@DisplayName("地方税関係情報と公金受取口座の副本")
class ShippedInformationIT {
  private static final SpecificPersonalInformationCode TAX =
      new SpecificPersonalInformationCode("TM00000000000002");
  private static final SpecificPersonalInformationCode ACCOUNT =
      new SpecificPersonalInformationCode("TM00000000000089");
  private static final ItemCode PER_CAPITA = new ItemCode("TK00000000002204");
  private static final ItemCode PER_INCOME = new ItemCode("TK00000000002228");
  private static final ItemCode PLACEHOLDER = new ItemCode("TK00000000002001");
  private static final ItemCode BANK = new ItemCode("TK00000000089008");
  private static final ItemCode BRANCH = new ItemCode("TK00000000089012");
  private static final ItemCode KIND = new ItemCode("TK00000000089016");
  private static final ItemCode ACCOUNT_NUMBER = new ItemCode("TK00000000089018");
  private static final ItemCode HOLDER = new ItemCode("TK00000000089020");

  private static ReplicaBed bed;

  @BeforeAll
  static void start() {
    bed =
        new ReplicaBed(
            "TM00000000000001-1.yaml",
            "TM00000000000002-1.yaml",
            "TM00000000000002-2.yaml",
            "TM00000000000089-1.yaml",
            "TM00000000000089-2.yaml");
  }

  @BeforeEach
  void empty() {
    bed.empty();
  }

  @Test // MS-14, MS-50
  void everyItemOfTheLayoutIsTakenAndOnlyTheAskedOnesAreFoundInItsOrder() {
    StandardLayout layout = bed.layouts.newest(TAX, TODAY).orElseThrow();
    String[] items =
        layout.items().stream()
            .map(item -> Row.item(item.code().value(), valueOf(item)))
            .toArray(String[]::new);

    assertThat(bed.register(tax("T1", "1").with("SPIMajorVersion", "2").items(items)))
        .isEqualTo(new ReplicaRegistrationResult.Body(1, 0, List.of()));

    assertThat(found(TAX, PER_INCOME, PER_CAPITA).items())
        .containsExactly(new ReplicaItem(PER_CAPITA, "204"), new ReplicaItem(PER_INCOME, "228"));
    Found whole = found(TAX, layout.itemCodes().toArray(ItemCode[]::new));
    assertThat(whole.edition()).isEqualTo(new LayoutEdition("2"));
    assertThat(whole.items())
        .extracting(ReplicaItem::code)
        .containsExactlyElementsOf(layout.itemCodes());
    assertThat(whole.items()).extracting(ReplicaItem::value).doesNotContainNull();
  }

  @Test // MS-14, JN-08
  void anItemOfAnotherInformationIsNotFoundInThisOne() {
    bed.register(tax("T1", "1"), account("A1", "1"));
    assertThat(find(TAX, PER_CAPITA, BANK)).isEqualTo(new LayoutMismatch(BANK));
    assertThat(bed.replicas.itemOutsideLayout(TAX, List.of(PER_CAPITA, BANK), TODAY))
        .contains(BANK);
    assertThat(bed.replicas.itemOutsideLayout(ACCOUNT, List.of(BANK, HOLDER), TODAY))
        .isEqualTo(Optional.empty());
  }

  @Test // MS-60
  void theCopiesOfSeveralBusinessSystemsMeetInTheUnifiedNumber() {
    ReplicaRegistrationResult.Body result =
        bed.register(Row.member("R1", "1"), tax("T1", "1"), account("A1", "1"));
    assertThat(result.acceptedCount()).isEqualTo(3);
    assertThat(found(HOUSEHOLD, RELATION).items()).containsExactly(new ReplicaItem(RELATION, "子"));
    assertThat(found(TAX, PER_CAPITA, PLACEHOLDER).items())
        .containsExactly(new ReplicaItem(PLACEHOLDER, null), new ReplicaItem(PER_CAPITA, "3500"));
    assertThat(found(ACCOUNT, HOLDER, ACCOUNT_NUMBER, KIND, BRANCH, BANK).items())
        .containsExactly(
            new ReplicaItem(BANK, "9900"),
            new ReplicaItem(BRANCH, "018"),
            new ReplicaItem(KIND, "1"),
            new ReplicaItem(ACCOUNT_NUMBER, "0000001"),
            new ReplicaItem(HOLDER, "カクウ　タロウ"));
  }

  @ParameterizedTest(name = "{0} {1} {2}") // MS-14, MS-31, MS-51, JN-05, JN-08
  @CsvSource({
    "tax, TK00000000002204, '3,500', DBM_ITEM_FORM",
    "tax, TK00000000002228, -1, DBM_ITEM_FORM",
    "tax, TK00000000002001, 'a\u202Eb', DBM_ITEM_FORM",
    "tax, TK00000000002001, 123456789018, DBM_INDIVIDUAL_NUMBER",
    "tax, TK00000000002235, 番号 1234-5678-9018, DBM_INDIVIDUAL_NUMBER",
    "tax, TK00000000002236, 1, DBM_ITEM_OUTSIDE_LAYOUT",
    "tax, TK00000000002000, 1, DBM_ITEM_OUTSIDE_LAYOUT",
    "tax, TK00000000089008, 9900, DBM_ITEM_OUTSIDE_LAYOUT",
    "account, TK00000000089008, 990, DBM_ITEM_FORM",
    "account, TK00000000089012, 0018, DBM_ITEM_FORM",
    "account, TK00000000089016, 3, DBM_ITEM_FORM",
    "account, TK00000000089018, 1, DBM_ITEM_FORM",
    "account, TK00000000089018, 123456789018, DBM_INDIVIDUAL_NUMBER",
    "account, TK00000000089021, 1, DBM_ITEM_OUTSIDE_LAYOUT"
  })
  void aValueThatTheLayoutDoesNotAllowIsNamedAndTheRestOfTheFileTakesEffect(
      String kind, String item, String value, ErrorCode code) {
    Row bad = kind.equals("tax") ? tax("B1", "2") : account("B1", "2");
    ReplicaRegistrationResult.Body result =
        bed.register(tax("T1", "1"), bad.items(Row.item(item, value)), account("A1", "1"));

    assertThat(result.acceptedCount()).isEqualTo(2);
    assertThat(result.refused())
        .containsExactly(new Refused("B1", 2, code.id(), item, code.message()));
    assertThat(bed.rows("replica")).isEqualTo(2);
  }

  @ParameterizedTest // MS-51, MS-56
  @CsvSource({"1, 1", "2, 1", "3, 0"})
  void aRecordFollowsAnEditionThatIsInForce(String edition, int accepted) {
    ReplicaRegistrationResult.Body result =
        bed.register(
            tax("T1", "1").with("SPIMajorVersion", edition),
            account("A1", "1").with("SPIMajorVersion", edition));
    assertThat(result.acceptedCount()).isEqualTo(2 * accepted);
    assertThat(result.refused())
        .allSatisfy(
            refused ->
                assertThat(refused.errorCode()).isEqualTo(ErrorCode.DBM_UNKNOWN_EDITION.id()));
  }

  @Test // MS-51
  void theInstitutionSeesWhatItsTaxSystemStored() {
    bed.register(tax("T1", "1"));
    byte[] inquiry =
        XmlMessages.write(
            new ReplicaInquiry(
                bed.header(ISHINOMAKI, ReplicaInquiry.TYPE_ID),
                new ReplicaInquiry.Body(
                    ReplicaBed.DEPARTMENT,
                    ReplicaBed.USER,
                    "登録内容の確認のため",
                    new UnifiedAddresseeNumber("1"),
                    TAX)));
    assertThat(bed.inquireReplicas.inquire(ISHINOMAKI, inquiry).body().replicas())
        .singleElement()
        .satisfies(
            replica ->
                assertThat(replica.items())
                    .containsExactly(
                        new ReplicaInquiryResult.Item(PER_CAPITA, "3500"),
                        new ReplicaInquiryResult.Item(PER_INCOME, "128000")));
  }

  @Test // JN-09
  void localTaxIsTakenFromTheTaxDepartmentAloneAndTheRestFromAny() {
    ReplicaBed reserved =
        bed.reserving(
            new PermittedSources.Source(
                ISHINOMAKI, TAX, List.of(new DepartmentCode("3595119900"))));

    ReplicaRegistrationResult.Body result =
        reserved.register(Row.member("R1", "1"), tax("T1", "1"), account("A1", "1"));

    assertThat(result.acceptedCount()).isEqualTo(2);
    ErrorCode code = ErrorCode.DBM_SOURCE_NOT_PERMITTED;
    assertThat(result.refused())
        .containsExactly(new Refused("T1", 2, code.id(), "RequestSourceUnitCode", code.message()));
    assertThat(find(TAX, PER_CAPITA)).isInstanceOf(ReplicaLookup.Absent.class);
    assertThat(reserved.send(TSUKUBA, Row.attachment("1", tax("T1", "1"))).acceptedCount())
        .as("another institution reserved nothing")
        .isEqualTo(1);
  }

  @Test // JN-09
  void theDepartmentForWhichLocalTaxIsReservedRegistersIt() {
    ReplicaBed reserved =
        bed.reserving(new PermittedSources.Source(ISHINOMAKI, TAX, List.of(ReplicaBed.DEPARTMENT)));
    assertThat(reserved.register(tax("T1", "1")).acceptedCount()).isEqualTo(1);
    assertThat(found(TAX, PER_CAPITA).items()).containsExactly(new ReplicaItem(PER_CAPITA, "3500"));
  }

  private static Row tax(String number, String addressee) {
    return Row.of("TM00000000000002", "TK00000000002000", number, addressee)
        .items(
            Row.empty("TK00000000002001"),
            Row.item("TK00000000002204", "3500"),
            Row.item("TK00000000002228", "128000"));
  }

  private static Row account(String number, String addressee) {
    return Row.of("TM00000000000089", "TK00000000089000", number, addressee)
        .items(
            Row.item("TK00000000089020", "カクウ　タロウ"),
            Row.item("TK00000000089008", "9900"),
            Row.item("TK00000000089012", "018"),
            Row.item("TK00000000089016", "1"),
            Row.item("TK00000000089018", "0000001"));
  }

  /** The position in the layout, or the longest text that a placeholder takes. */
  private static String valueOf(LayoutItem item) {
    return item.placeholder()
        ? "あ".repeat(item.maxLength())
        : String.valueOf(Integer.parseInt(item.code().value().substring(12)) - 2000);
  }

  private static ReplicaLookup find(
      SpecificPersonalInformationCode information, ItemCode... items) {
    return bed.find(ISHINOMAKI, "1", information, WantedPeriod.on(TODAY), List.of(items));
  }

  private static Found found(SpecificPersonalInformationCode information, ItemCode... items) {
    return (Found) find(information, items);
  }
}
