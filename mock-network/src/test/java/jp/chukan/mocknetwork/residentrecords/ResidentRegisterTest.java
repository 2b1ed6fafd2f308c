package jp.chukan.mocknetwork.residentrecords;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import jp.chukan.mocknetwork.foreignresident.LegalCategory;
import jp.chukan.mocknetwork.institution.InstitutionDirectory;
import jp.chukan.mocknetwork.institution.InstitutionRole;
import jp.chukan.mocknetwork.person.BasicInformation;
import jp.chukan.mocknetwork.person.IndividualNumber;
import jp.chukan.mocknetwork.person.ResidentRecordCode;
import jp.chukan.mocknetwork.residentnotice.RemovalReason;
import jp.chukan.mocknetwork.residentrecords.HouseholdInformation.Head;
import jp.chukan.mocknetwork.residentrecords.HouseholdInformation.Member;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("住民票と異動")
class ResidentRegisterTest {
  private static final Instant AT = Instant.parse("2026-06-01T03:00:00Z");
  private static final LocalDate DAY = LocalDate.of(2026, 6, 1);
  private static final String ADDRESS = "茨城県つくば市架空台9番地";

  private final ResidentRegister register =
      new ResidentRegister(new InstitutionDirectory().withRole(InstitutionRole.SERVED).getFirst());

  /** What somebody may be before an event. */
  enum Before {
    HEAD,
    SPOUSE,
    CHILD,
    ALONE,
    FOREIGNER,
    MOVED_OUT,
    LEFT_THE_COUNTRY,
    DEAD,
    NATURALISED
  }

  /** What may happen to that person, or to the household of that person. */
  enum Happening {
    MOVE_IN,
    MOVE_WITHIN,
    MOVE_OUT,
    LEAVE_THE_COUNTRY,
    BIRTH,
    DEATH,
    CORRECTION,
    NATURALISATION,
    HEAD_CHANGE,
    SUPPORT,
    RESIDENCE_CHANGE;

    /** Who it can happen to; everybody else's is refused. */
    Set<Before> possible() {
      Set<Before> present =
          Set.of(Before.HEAD, Before.SPOUSE, Before.CHILD, Before.ALONE, Before.FOREIGNER);
      // the household goes on with the 住民票 of the Japanese
      Set<Before> inhabited =
          Set.of(
              Before.HEAD,
              Before.SPOUSE,
              Before.CHILD,
              Before.ALONE,
              Before.FOREIGNER,
              Before.NATURALISED);
      return switch (this) {
        case MOVE_IN -> Set.of(Before.MOVED_OUT, Before.LEFT_THE_COUNTRY);
        case MOVE_WITHIN, BIRTH, SUPPORT -> inhabited;
        case MOVE_OUT, LEAVE_THE_COUNTRY, DEATH, CORRECTION -> present;
        case NATURALISATION, RESIDENCE_CHANGE -> Set.of(Before.FOREIGNER);
        case HEAD_CHANGE -> Set.of(Before.SPOUSE);
      };
    }
  }

  static Stream<Arguments> everything() {
    return Arrays.stream(Happening.values())
        .flatMap(
            happening ->
                Arrays.stream(Before.values()).map(before -> Arguments.of(happening, before)));
  }

  @ParameterizedTest(name = "{0} of {1}") // JN-04 JN-06
  @MethodSource("everything")
  @DisplayName("起こり得る異動だけが住民票を変え、起こり得ないものは何も変えない")
  void whatCanHappenChangesItsResidentsAndWhatCannotChangesNothing(
      Happening happening, Before before) {
    Resident person = register.resident(prepare(before));
    ResidentEvent event = event(happening, person);
    List<Resident> everybody = register.everybody();

    if (!happening.possible().contains(before)) {
      assertThatThrownBy(() -> register.apply(event)).isInstanceOf(IllegalArgumentException.class);
      assertThat(register.everybody()).isEqualTo(everybody);
      return;
    }
    List<Resident> changed = register.apply(event);

    assertThat(changed).isNotEmpty();
    assertThat(changed)
        .extracting(Resident::index)
        .doesNotHaveDuplicates()
        .isSortedAccordingTo(Integer::compare);
    assertThat(changed)
        .allSatisfy(
            one -> {
              assertThat(one).isEqualTo(register.resident(one.index()));
              assertThat(one.updatedAt()).isEqualTo(AT);
            });
    List<Integer> indices = changed.stream().map(Resident::index).toList();
    assertThat(everybody)
        .filteredOn(one -> !indices.contains(one.index()))
        .allSatisfy(one -> assertThat(register.resident(one.index())).isEqualTo(one));
    everyHouseholdHasOneHead();
  }

  private void everyHouseholdHasOneHead() {
    register.everybody().stream()
        .filter(one -> one.residence().isPresent())
        .map(Resident::household)
        .distinct()
        .forEach(
            household ->
                assertThat(register.household(household))
                    .as("heads of household %d", household)
                    .filteredOn(one -> one.householdInformation() instanceof Head)
                    .hasSize(1));
  }

  private int prepare(Before before) {
    return switch (before) {
      case HEAD -> family().getFirst().index();
      case SPOUSE -> spouse(family()).index();
      case CHILD ->
          family().stream()
              .filter(one -> relationship(one).equals("子"))
              .findFirst()
              .orElseThrow()
              .index();
      case ALONE -> alone();
      case FOREIGNER -> foreigner();
      case MOVED_OUT -> after(new ResidentEvent.MoveOut(List.of(alone()), "13121", AT));
      case LEFT_THE_COUNTRY -> after(new ResidentEvent.LeaveTheCountry(List.of(alone()), AT));
      case DEAD -> after(new ResidentEvent.Death(alone(), AT));
      case NATURALISED -> after(new ResidentEvent.Naturalisation(foreigner(), "帰化 見本", AT));
    };
  }

  private int after(ResidentEvent event) {
    return register.apply(event).getFirst().index();
  }

  private int foreigner() {
    return after(new ResidentEvent.MoveIn(List.of(newcomer("00000000901", "PHL")), "", AT));
  }

  private int alone() {
    return household(members -> members.size() == 1).getFirst().index();
  }

  /** Head, spouse and at least one child. */
  private List<Resident> family() {
    return household(
        members ->
            members.stream().anyMatch(one -> Household.isSpouse(one.householdInformation()))
                && members.stream().anyMatch(one -> relationship(one).equals("子")));
  }

  private List<Resident> household(Predicate<List<Resident>> which) {
    return register.everybody().stream()
        .map(Resident::household)
        .distinct()
        .map(register::household)
        .filter(members -> !members.isEmpty() && which.test(members))
        .findFirst()
        .orElseThrow();
  }

  private static Resident spouse(List<Resident> members) {
    return members.stream()
        .filter(one -> Household.isSpouse(one.householdInformation()))
        .findFirst()
        .orElseThrow();
  }

  private static String relationship(Resident one) {
    return one.householdInformation() instanceof Member(var headName, var relationship)
        ? relationship
        : "";
  }

  private static NewResident newcomer(String code, String nationality) {
    return newcomer(
        IndividualNumber.fictitious(code), new ResidentRecordCode(code), nationality, new Head());
  }

  private static NewResident newcomer(
      IndividualNumber number,
      ResidentRecordCode code,
      String nationality,
      HouseholdInformation household) {
    return new NewResident(
        number,
        code,
        new BasicInformation("見本 新人", ADDRESS, LocalDate.of(2000, 1, 1), "1"),
        nationality,
        household);
  }

  private static ResidentEvent event(Happening happening, Resident person) {
    int index = person.index();
    return switch (happening) {
      case MOVE_IN ->
          new ResidentEvent.MoveIn(
              List.of(
                  newcomer(
                      person.individualNumber(),
                      person.recordCode(),
                      person.nationality(),
                      new Head())),
              "13121",
              AT);
      case MOVE_WITHIN -> new ResidentEvent.MoveWithin(person.household(), ADDRESS, AT);
      case MOVE_OUT -> new ResidentEvent.MoveOut(List.of(index), "13121", AT);
      case LEAVE_THE_COUNTRY -> new ResidentEvent.LeaveTheCountry(List.of(index), AT);
      case BIRTH ->
          new ResidentEvent.Birth(
              newcomer(
                  IndividualNumber.fictitious("00000000902"),
                  new ResidentRecordCode("00000000902"),
                  Resident.JAPANESE,
                  new Member("見本 世帯主", "子")),
              person.household(),
              AT);
      case DEATH -> new ResidentEvent.Death(index, AT);
      case CORRECTION -> new ResidentEvent.Correction(index, "訂正 見本", AT);
      case NATURALISATION -> new ResidentEvent.Naturalisation(index, "帰化 見本", AT);
      case HEAD_CHANGE -> new ResidentEvent.HeadChange(index, AT);
      case SUPPORT -> new ResidentEvent.Support(person.household(), true, AT);
      case RESIDENCE_CHANGE ->
          new ResidentEvent.ResidenceChange(
              index,
              Optional.of("MIHON KAKUU"),
              "PHL",
              LegalCategory.Transitional.from(DAY),
              1,
              AT);
    };
  }

  @Test
  void everyKindOfEventIsTried() {
    assertThat(Happening.values()).hasSameSizeAs(ResidentEvent.class.getPermittedSubclasses());
  }

  @Test // JN-04
  @DisplayName("転居は住所だけを変える")
  void movingWithinChangesTheAddressOfTheWholeHouseholdAndNothingElseOfThePerson() {
    List<Resident> family = family();

    List<Resident> changed =
        register.apply(new ResidentEvent.MoveWithin(family.getFirst().household(), ADDRESS, AT));

    assertThat(changed).hasSameSizeAs(family);
    for (int n = 0; n < family.size(); n++) {
      BasicInformation before = family.get(n).basicInformation();
      assertThat(changed.get(n).basicInformation())
          .isEqualTo(
              new BasicInformation(before.name(), ADDRESS, before.birthDate(), before.sex()));
      assertThat(changed.get(n).householdInformation())
          .isEqualTo(family.get(n).householdInformation());
    }
  }

  @Test
  @DisplayName("世帯主の死亡で配偶者が世帯主になり、子の世帯主氏名が変わる")
  void theSpouseSucceedsTheHead() {
    List<Resident> family = family();
    Resident spouse = spouse(family);

    List<Resident> changed = register.apply(new ResidentEvent.Death(family.getFirst().index(), AT));

    assertThat(changed).hasSameSizeAs(family);
    assertThat(register.resident(family.getFirst().index()).residence())
        .isEqualTo(new Residence.Removed(RemovalReason.DIED, DAY));
    assertThat(register.resident(spouse.index()).householdInformation()).isEqualTo(new Head());
    assertThat(register.household(spouse.household()))
        .filteredOn(one -> one.householdInformation() instanceof Member)
        .isNotEmpty()
        .allSatisfy(
            one ->
                assertThat(((Member) one.householdInformation()).headName())
                    .isEqualTo(spouse.basicInformation().name()));
  }

  @Test
  @DisplayName("世帯主の氏名の修正は、世帯員の世帯主氏名も変える")
  void correctingTheHeadsNameChangesItForTheHousehold() {
    List<Resident> family = family();

    List<Resident> changed =
        register.apply(new ResidentEvent.Correction(family.getFirst().index(), "訂正 見本", AT));

    assertThat(changed).hasSameSizeAs(family);
    assertThat(changed.stream().skip(1))
        .allSatisfy(
            one -> assertThat(((Member) one.householdInformation()).headName()).isEqualTo("訂正 見本"));
  }

  @Test
  @DisplayName("帰化で外国人住民の住民票は消除され、同じ番号の日本人の住民票ができる")
  void naturalisationMakesAnotherRecordOfTheSamePerson() {
    Resident foreigner = register.resident(prepare(Before.FOREIGNER));

    List<Resident> changed =
        register.apply(new ResidentEvent.Naturalisation(foreigner.index(), "帰化 見本", AT));

    assertThat(changed).hasSize(2);
    assertThat(changed.getFirst().residence())
        .isEqualTo(new Residence.Removed(RemovalReason.NATURALISED, DAY));
    Resident japanese = changed.getLast();
    assertThat(japanese.nationality()).isEqualTo(Resident.JAPANESE);
    assertThat(japanese.individualNumber()).isEqualTo(foreigner.individualNumber());
    assertThat(japanese.recordCode()).isEqualTo(foreigner.recordCode());
    assertThat(japanese.addresseeNumber()).isNotEqualTo(foreigner.addresseeNumber());
    assertThat(japanese.household()).isEqualTo(foreigner.household());
  }

  @Test // MU-05
  @DisplayName("支援措置の世帯に生まれた子も支援措置の対象になる")
  void aChildBornUnderSupportIsUnderSupport() {
    Resident head = family().getFirst();
    register.apply(new ResidentEvent.Support(head.household(), true, AT));

    List<Resident> changed = register.apply(event(Happening.BIRTH, head));

    assertThat(changed).singleElement().extracting(Resident::underSupport).isEqualTo(true);
    register.apply(new ResidentEvent.Support(head.household(), false, AT));
    assertThat(register.household(head.household())).noneMatch(Resident::underSupport);
  }

  @Test
  @DisplayName("一人でもいない人がいる転出は、だれの住民票も変えない")
  void aMovingOutOfSeveralIsAllOrNothing() {
    List<Resident> family = family();
    int gone = prepare(Before.MOVED_OUT);
    List<Resident> everybody = register.everybody();

    assertThatThrownBy(
            () ->
                register.apply(
                    new ResidentEvent.MoveOut(
                        List.of(family.getFirst().index(), gone), "13121", AT)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(register.everybody()).isEqualTo(everybody);
  }

  @Test
  @DisplayName("転入の最初の人は世帯主でなければならない")
  void theFirstWhoMovesInIsTheHead() {
    NewResident member =
        newcomer(
            IndividualNumber.fictitious("00000000903"),
            new ResidentRecordCode("00000000903"),
            Resident.JAPANESE,
            new Member("見本 世帯主", "子"));

    assertThatThrownBy(() -> register.apply(new ResidentEvent.MoveIn(List.of(member), "", AT)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> register.apply(new ResidentEvent.MoveIn(List.of(), "", AT)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  @DisplayName("再転入は新しい宛名番号の新しい住民票になる")
  void whoComesBackGetsANewRecord() {
    Resident gone = register.resident(prepare(Before.MOVED_OUT));

    List<Resident> changed = register.apply(event(Happening.MOVE_IN, gone));

    assertThat(changed)
        .singleElement()
        .extracting(Resident::recordCode)
        .isEqualTo(gone.recordCode());
    assertThat(changed.getFirst().addresseeNumber()).isNotEqualTo(gone.addresseeNumber());
    assertThat(register.resident(gone.index())).isEqualTo(gone);
  }

  @Test
  @DisplayName("変わった順に、その時より後のものだけが並ぶ")
  void whatChangedSinceIsOldestFirst() {
    Resident head = family().getFirst();
    register.apply(new ResidentEvent.Correction(head.index(), "訂正 見本", AT.plusSeconds(60)));
    register.apply(new ResidentEvent.Correction(alone(), "訂正 例示", AT));

    List<Resident> changed = register.changedSince(AT.minusSeconds(1));

    assertThat(changed).extracting(Resident::updatedAt).isSorted().startsWith(AT);
    assertThat(changed).hasSize(1 + register.household(head.household()).size());
    assertThat(register.changedSince(AT.plusSeconds(60))).isEmpty();
  }
}
