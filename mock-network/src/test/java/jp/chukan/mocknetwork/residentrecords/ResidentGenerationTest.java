package jp.chukan.mocknetwork.residentrecords;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.mocknetwork.institution.Institution;
import jp.chukan.mocknetwork.institution.InstitutionDirectory;
import jp.chukan.mocknetwork.institution.InstitutionRole;
import jp.chukan.mocknetwork.person.IndividualNumber;
import jp.chukan.mocknetwork.residentrecords.HouseholdInformation.Head;
import jp.chukan.mocknetwork.residentrecords.HouseholdInformation.Member;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("架空の住民")
class ResidentGenerationTest {
  static List<Institution> municipalities() {
    return new InstitutionDirectory().withRole(InstitutionRole.SERVED);
  }

  @ParameterizedTest
  @MethodSource("municipalities")
  void makesAThousandResidentsPerMunicipality(Institution municipality) {
    assertThat(ResidentGeneration.of(municipality)).hasSize(1000);
  }

  @ParameterizedTest
  @MethodSource("municipalities")
  void makesTheSameResidentsEveryTime(Institution municipality) {
    assertThat(ResidentGeneration.of(municipality)).isEqualTo(ResidentGeneration.of(municipality));
  }

  @ParameterizedTest
  @MethodSource("municipalities")
  @DisplayName("個人番号は検査用数字が合わず、実在し得ない")
  void givesNumbersThatNobodyCanHave(Institution municipality) {
    assertThat(ResidentGeneration.of(municipality))
        .allMatch(resident -> resident.individualNumber().isFictitious());
  }

  @Test
  @DisplayName("検査用数字は総務省令の式による")
  void knowsTheCheckDigitOfTheOrdinance() {
    assertThat(new IndividualNumber("123456789018").isFictitious()).isFalse();
    assertThat(new IndividualNumber("123456789010").isFictitious()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("municipalities")
  void givesObviouslyFictitiousFamilyNames(Institution municipality) {
    assertThat(ResidentGeneration.of(municipality))
        .extracting(resident -> resident.basicInformation().name())
        .allMatch(name -> name.matches("(架空|見本|例示|仮名|試験|模擬|仮想|練習|雛形|空想|虚構|想定) .+"));
  }

  @ParameterizedTest
  @MethodSource("municipalities")
  void givesEveryHouseholdOneHeadWhomTheOthersName(Institution municipality) {
    Map<Integer, List<Resident>> households =
        ResidentGeneration.of(municipality).stream()
            .collect(Collectors.groupingBy(Resident::household));

    assertThat(households.values()).allSatisfy(ResidentGenerationTest::assertOneHead);
    assertThat(households).hasSizeLessThan(700);
  }

  private static void assertOneHead(List<Resident> members) {
    Resident head = members.getFirst();
    assertThat(head.householdInformation()).isInstanceOf(Head.class);
    assertThat(members.subList(1, members.size()))
        .allSatisfy(
            member ->
                assertThat(member.householdInformation())
                    .isInstanceOfSatisfying(
                        Member.class,
                        information ->
                            assertThat(information.headName())
                                .isEqualTo(head.basicInformation().name())));
  }

  @ParameterizedTest
  @MethodSource("municipalities")
  @DisplayName("支援措置の世帯がある")
  void putsSomeHouseholdsUnderSupport(Institution municipality) { // MU-05
    List<Resident> residents = ResidentGeneration.of(municipality);

    assertThat(residents.stream().filter(Resident::underSupport).count()).isBetween(5L, 100L);
    assertThat(residents.getFirst().underSupport()).isFalse();
  }

  @Test
  void givesNoTwoMunicipalitiesTheSameNumbers() {
    List<String> numbers =
        municipalities().stream()
            .flatMap(municipality -> ResidentGeneration.of(municipality).stream())
            .map(resident -> resident.recordCode().value())
            .toList();

    assertThat(numbers).doesNotHaveDuplicates();
  }

  @Test
  @DisplayName("世帯主変更: 夫婦が入れ替わり、他の世帯員の世帯主氏名と続柄が変わる")
  void letsHeadAndSpouseChangePlacesAndBack() {
    var register =
        new ResidentRegister(
            new InstitutionDirectory()
                .require(new InstitutionCode("0220104202101700"), InstitutionRole.SERVED));
    List<Resident> before = register.residents(0, 1000);
    Resident spouse = before.stream().filter(ResidentGenerationTest::isSpouse).findFirst().get();
    Resident head = before.get(spouse.index() - 1);

    List<Resident> changed =
        register.apply(
            new ResidentEvent.HeadChange(spouse.index(), ResidentGeneration.REGISTERED_AT));

    assertThat(changed).hasSizeGreaterThanOrEqualTo(2);
    assertThat(register.resident(spouse.index()).householdInformation()).isEqualTo(new Head());
    assertThat(register.resident(head.index()).householdInformation()).isInstanceOf(Member.class);

    register.apply(new ResidentEvent.HeadChange(head.index(), ResidentGeneration.REGISTERED_AT));
    assertThat(register.residents(0, 1000)).isEqualTo(before);
  }

  private static boolean isSpouse(Resident resident) {
    return resident.householdInformation() instanceof Member member
        && member.relationship().matches("妻|夫");
  }
}
