package jp.chukan.mocknetwork.coresystem;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.document.PermittedInquiry;
import jp.chukan.mocknetwork.institution.InstitutionDirectory;
import jp.chukan.mocknetwork.institution.InstitutionRole;
import jp.chukan.mocknetwork.projectdata.ProjectTable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("照会許可照合リストの原本")
class MasterListTest {
  private static final InstitutionCode ISHINOMAKI = new InstitutionCode("0220104202101700");
  private static final InstitutionCode GUNMA = new InstitutionCode("0220010000501700");
  private static final InstitutionCode MINISTER = new InstitutionCode("0450000000001700");
  private static final InstitutionCode PENSION_SERVICE = new InstitutionCode("0710470000001700");
  private static final String RESIDENT_RECORD = "TM00000000000001";
  private static final Set<String> SERVED =
      Set.of("0220104202101700", "0220108220101700", "0220113121101700");
  private static final Set<String> INQUIRERS =
      new InstitutionDirectory()
          .withRole(InstitutionRole.INQUIRER).stream()
              .map(one -> one.code().value())
              .collect(Collectors.toSet());
  private static final ScheduleItem ITEM_8 = new ScheduleItem("8");

  private final MasterList master = new MasterList(new InstitutionDirectory());

  @Test
  @DisplayName("8の項は2017年7月26日までと27日からの2行が続く")
  void permitsItem8WithoutAGapBeforeAndAfterItsChange() {
    assertThat(inForce("8", GUNMA, LocalDate.of(2017, 7, 26))).hasSize(1);
    assertThat(inForce("8", GUNMA, LocalDate.of(2017, 7, 27))).hasSize(1);
    assertThat(inForce("8", GUNMA, LocalDate.of(2017, 7, 26)))
        .isNotEqualTo(inForce("8", GUNMA, LocalDate.of(2017, 7, 27)));
  }

  @Test
  @DisplayName("21の項は2022年10月31日で終わる")
  void permitsItem21OnItsLastDayAndNotOnTheNext() {
    assertThat(inForce("21", MINISTER, LocalDate.of(2022, 10, 31))).hasSize(1);
    assertThat(inForce("21", MINISTER, LocalDate.of(2022, 11, 1))).isEmpty();
  }

  @Test
  @DisplayName("117の項は2022年11月1日から")
  void permitsItem117FromItsFirstDayOn() {
    assertThat(inForce("117", MINISTER, LocalDate.of(2022, 10, 31))).isEmpty();
    assertThat(inForce("117", MINISTER, LocalDate.of(2022, 11, 1))).hasSize(1);
  }

  @Test
  @DisplayName("日本年金機構は厚生労働大臣の事務のうち自らが行うものだけ照会できる")
  void letsThePensionServiceAskOnlyWhereItActsForTheMinister() {
    Set<String> items =
        master.entries().stream()
            .filter(entry -> entry.inquiry().inquirer().equals(PENSION_SERVICE))
            .map(entry -> entry.item().value())
            .collect(Collectors.toSet());

    assertThat(items).containsExactlyInAnyOrder("1", "35", "117");
  }

  @Test
  void letsOthersAskEveryServedMunicipalityAndNobodyElse() {
    assertThat(
            master.entries().stream()
                .map(MasterList.Entry::inquiry)
                .filter(inquiry -> !SERVED.contains(inquiry.inquirer().value()))
                .map(inquiry -> inquiry.provider().value()))
        .containsOnly(SERVED.toArray(String[]::new));
  }

  @Test
  @DisplayName("対象の市町村は、自分以外の全国の市町村とデジタル庁に照会できる")
  void letsAServedMunicipalityAskEveryOtherMunicipalityAndTheDigitalAgency() {
    assertThat(providersOf(RESIDENT_RECORD))
        .containsExactlyInAnyOrder(
            "0220108220101700",
            "0220113121101700",
            "0220113112101700",
            "0220114100101700",
            "0220101100101700",
            "0220108201101700");
    assertThat(providersOf("TM00000000000002")).isEqualTo(providersOf(RESIDENT_RECORD));
    assertThat(providersOf("TM00000000000089")).containsExactly("1419900000002200");
  }

  @Test
  @DisplayName("住民票関係情報を照会できる種類の機関は、地方税関係情報も照会できる")
  void letsEveryInquirerAskForTaxInformationAsWell() {
    assertThat(inquirersOf("TM00000000000002")).isEqualTo(inquirersOf(RESIDENT_RECORD));
  }

  private Set<String> inquirersOf(String information) {
    return master.entries().stream()
        .map(MasterList.Entry::inquiry)
        .filter(inquiry -> inquiry.provider().equals(ISHINOMAKI))
        .filter(inquiry -> inquiry.information().value().equals(information))
        .map(inquiry -> inquiry.inquirer().value())
        .filter(INQUIRERS::contains)
        .collect(Collectors.toSet());
  }

  private Set<String> providersOf(String information) {
    return master.entries().stream()
        .map(MasterList.Entry::inquiry)
        .filter(inquiry -> inquiry.inquirer().equals(ISHINOMAKI))
        .filter(inquiry -> inquiry.information().value().equals(information))
        .map(inquiry -> inquiry.provider().value())
        .collect(Collectors.toSet());
  }

  @Test
  @DisplayName("自分自身には照会しない")
  void letsNobodyAskItself() {
    assertThat(master.entries())
        .noneMatch(entry -> entry.inquiry().inquirer().equals(entry.inquiry().provider()));
  }

  @Test
  void hasNoRowTwice() {
    assertThat(master.entries()).doesNotHaveDuplicates();
  }

  @Test
  void knowsEveryInquirerThatTheLawNames() {
    Set<String> known =
        ProjectTable.rows("inquirer-classes.tsv").stream()
            .map(row -> row.cell("inquirer"))
            .collect(Collectors.toSet());

    assertThat(ProjectTable.rows("permitted-inquiries.tsv"))
        .allSatisfy(row -> assertThat(known).contains(row.cell("inquirer")));
  }

  @Test
  @DisplayName("住民票関係情報の提供が知られている項だけを持つ")
  void holdsOnlyItemsForWhichTheMunicipalitiesProvide() {
    Set<String> provided =
        ProjectTable.rows("item-membership.tsv").stream()
            .filter(row -> row.cell("text in permitted-inquiries.tsv").equals("1"))
            .map(row -> row.cell("item"))
            .collect(Collectors.toSet());

    assertThat(ProjectTable.rows("permitted-inquiries.tsv").stream().map(row -> row.cell("item")))
        .allMatch(provided::contains);
  }

  @Test
  void leavesOutTheItemsThatAListIsToBeWithout() {
    assertThat(master.without(Set.of(ITEM_8)))
        .hasSizeLessThan(master.entries().size())
        .noneMatch(inquiry -> inquiry.affair().equals(ITEM_8.affair()));
  }

  @Test
  @DisplayName("85の2の項は枝番号を事務コードの末尾に持つ")
  void makesTheCodesOfAnItemFromItsNumber() {
    assertThat(new ScheduleItem("8").affair().value()).isEqualTo("JM01000000008000");
    assertThat(new ScheduleItem("8").procedure().value()).isEqualTo("JT01010000008001");
    assertThat(new ScheduleItem("85の2").affair().value()).isEqualTo("JM01000000085002");
    assertThat(new ScheduleItem("85の2").procedure().value()).isEqualTo("JT01010000085002");
  }

  private List<PermittedInquiry> inForce(String item, InstitutionCode inquirer, LocalDate day) {
    return master.entries().stream()
        .filter(entry -> entry.item().value().equals(item))
        .map(MasterList.Entry::inquiry)
        .filter(entry -> entry.inquirer().equals(inquirer))
        .filter(entry -> entry.provider().equals(ISHINOMAKI))
        .filter(entry -> PermissionLists.isInForce(entry, day))
        .toList();
  }
}
