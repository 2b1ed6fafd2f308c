package jp.chukan.mocknetwork.day;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.mocknetwork.day.DrawnEvent.Arrival;
import jp.chukan.mocknetwork.person.BasicInformation;
import jp.chukan.mocknetwork.residentrecords.HouseholdInformation;
import jp.chukan.mocknetwork.residentrecords.HouseholdInformation.Head;
import jp.chukan.mocknetwork.residentrecords.HouseholdInformation.Member;
import jp.chukan.mocknetwork.residentrecords.NewResident;
import jp.chukan.mocknetwork.residentrecords.Particulars;
import jp.chukan.mocknetwork.residentrecords.Resident;
import jp.chukan.mocknetwork.residentrecords.ResidentEvent;
import jp.chukan.mocknetwork.residentrecords.ResidentRegister;
import jp.chukan.mocknetwork.residentrecords.ResidentRegisters;

/**
 * Draws to whom an event of a kind happens, among those to whom it can happen as the registers are
 * at that moment.
 */
final class DrawEvent {
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
  private static final int OF_AGE = 18;
  private static final int OLD = 65;
  private static final int LAST_CHILD = 45;
  private static final int MOST_WHO_LEAVE = 3;

  /** Municipalities elsewhere: 札幌市, 横浜市, 名古屋市, 大阪市, 福岡市. */
  private static final List<String> ELSEWHERE =
      List.of("01100", "14100", "23100", "27100", "40130");

  private final ResidentRegisters registers;
  private final NewPeople people;
  private final Random random;

  DrawEvent(ResidentRegisters registers, Random random) {
    this.registers = registers;
    this.people = new NewPeople(registers, random);
    this.random = random;
  }

  /** Empty when there is nobody to whom it can happen now. */
  Optional<DrawnEvent> draw(EventKind kind, Instant at) {
    InstitutionCode municipality = pick(registers.municipalities());
    var here = new Here(municipality, registers.of(municipality), at);
    return switch (kind) {
      case MOVE_IN -> Optional.of(here.moveIn());
      case ARRIVAL_FROM_ABROAD -> Optional.of(here.fromAbroad());
      case TRANSFER -> here.transfer();
      case TRANSFER_ARRIVAL -> throw new IllegalArgumentException("follows a 転出");
      case MOVE_WITHIN -> here.moveWithin();
      case MOVE_OUT -> here.moveOut();
      case LEAVE_THE_COUNTRY -> here.leaveTheCountry();
      case BIRTH -> here.birth();
      case DEATH -> here.death();
      case CORRECTION -> here.correction();
      case NATURALISATION -> here.naturalisation();
      case HEAD_CHANGE -> here.headChange();
      case SUPPORT_BEGUN -> here.support(true);
      case SUPPORT_ENDED -> here.support(false);
    };
  }

  private <T> T pick(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  private <T> Optional<T> pick(List<T> values, Predicate<T> wanted) {
    List<T> suitable = values.stream().filter(wanted).toList();
    return suitable.isEmpty() ? Optional.empty() : Optional.of(pick(suitable));
  }

  /** One municipality at one moment. */
  private final class Here {
    private final InstitutionCode municipality;
    private final ResidentRegister register;
    private final Instant at;
    private final LocalDate day;
    private final List<Resident> residents;

    /** Those with a head, the head first. */
    private final List<List<Resident>> households;

    Here(InstitutionCode municipality, ResidentRegister register, Instant at) {
      this.municipality = municipality;
      this.register = register;
      this.at = at;
      this.day = LocalDate.ofInstant(at, JAPAN);
      this.residents =
          register.everybody().stream().filter(one -> one.residence().isPresent()).toList();
      this.households =
          residents.stream()
              .collect(groupingBy(Resident::household, LinkedHashMap::new, toList()))
              .values()
              .stream()
              .map(Here::headFirst)
              .filter(household -> isHead(household.getFirst()))
              .toList();
    }

    private static List<Resident> headFirst(List<Resident> household) {
      List<Resident> ordered = new ArrayList<>(household.stream().filter(Here::isHead).toList());
      household.stream().filter(one -> !isHead(one)).forEach(ordered::add);
      return ordered;
    }

    private static boolean isHead(Resident one) {
      return one.householdInformation() instanceof Head;
    }

    private static boolean isSpouse(Resident one) {
      return one.householdInformation() instanceof Member(var head, var relationship)
          && (relationship.equals("妻") || relationship.equals("夫"));
    }

    private int age(Resident one) {
      return Period.between(one.basicInformation().birthDate(), day).getYears();
    }

    private String origin() {
      return register.municipality().localGovernment();
    }

    private String place() {
      return register.municipality().place();
    }

    private DrawnEvent happens(ResidentEvent event) {
      return new DrawnEvent(municipality, event);
    }

    DrawnEvent moveIn() {
      String from = pick(ELSEWHERE);
      return happens(new ResidentEvent.MoveIn(people.household(from, place(), day), from, at));
    }

    DrawnEvent fromAbroad() {
      List<NewResident> newcomers =
          random.nextBoolean()
              ? List.of(people.foreigner(origin(), place(), day))
              : people.household(origin(), place(), day);
      return happens(new ResidentEvent.MoveIn(newcomers, "", at));
    }

    Optional<DrawnEvent> transfer() {
      return leavers(household -> true)
          .map(
              leavers -> {
                InstitutionCode to =
                    pick(
                        registers.municipalities().stream()
                            .filter(other -> !other.equals(municipality))
                            .toList());
                var there = registers.of(to).municipality();
                var moveIn =
                    new ResidentEvent.MoveIn(arriving(leavers, there.place()), origin(), at);
                return new DrawnEvent(
                    municipality,
                    new ResidentEvent.MoveOut(indices(leavers), there.localGovernment(), at),
                    Optional.of(new Arrival(to, moveIn)));
              });
    }

    /** A whole household, or one of its members of age who will live alone. */
    private Optional<List<Resident>> leavers(Predicate<List<Resident>> wanted) {
      return pick(households, wanted)
          .map(
              household -> {
                Optional<Resident> alone =
                    random.nextInt(3) == 0
                        ? pick(household, one -> !isHead(one) && age(one) >= OF_AGE)
                        : Optional.empty();
                return alone.map(List::of).orElse(household);
              });
    }

    private List<NewResident> arriving(List<Resident> leavers, String place) {
      String address = people.address(place);
      return leavers.stream()
          .map(
              one -> {
                BasicInformation before = one.basicInformation();
                HouseholdInformation household =
                    leavers.size() == 1 ? new Head() : one.householdInformation();
                return new NewResident(
                    one.individualNumber(),
                    one.recordCode(),
                    new BasicInformation(before.name(), address, before.birthDate(), before.sex()),
                    one.nationality(),
                    household,
                    one.particulars().foreigner().map(Particulars.Foreigner::category),
                    Optional.of(before.address()));
              })
          .toList();
    }

    private static List<Integer> indices(List<Resident> persons) {
      return persons.stream().map(Resident::index).toList();
    }

    Optional<DrawnEvent> moveWithin() {
      return pick(households, household -> true)
          .map(
              household ->
                  happens(
                      new ResidentEvent.MoveWithin(
                          household.getFirst().household(), people.address(place()), at)));
    }

    Optional<DrawnEvent> moveOut() {
      return leavers(household -> true)
          .map(
              leavers -> happens(new ResidentEvent.MoveOut(indices(leavers), pick(ELSEWHERE), at)));
    }

    Optional<DrawnEvent> leaveTheCountry() {
      return leavers(household -> household.size() <= MOST_WHO_LEAVE)
          .map(leavers -> happens(new ResidentEvent.LeaveTheCountry(indices(leavers), at)));
    }

    Optional<DrawnEvent> birth() {
      return pick(households, household -> household.stream().anyMatch(this::mayBeMother))
          .map(
              household ->
                  happens(
                      new ResidentEvent.Birth(
                          people.child(origin(), household.getFirst(), day),
                          household.getFirst().household(),
                          at)));
    }

    private boolean mayBeMother(Resident one) {
      return (isHead(one) || isSpouse(one))
          && one.basicInformation().sex().equals("2")
          && one.nationality().equals(Resident.JAPANESE)
          && age(one) >= OF_AGE
          && age(one) < LAST_CHILD;
    }

    Optional<DrawnEvent> death() {
      return pick(residents, one -> age(one) >= OLD)
          .map(one -> happens(new ResidentEvent.Death(one.index(), at)));
    }

    Optional<DrawnEvent> correction() {
      return pick(residents, one -> one.nationality().equals(Resident.JAPANESE))
          .map(
              one -> happens(new ResidentEvent.Correction(one.index(), people.otherName(one), at)));
    }

    Optional<DrawnEvent> naturalisation() {
      return pick(residents, one -> !one.nationality().equals(Resident.JAPANESE))
          .map(
              one ->
                  happens(
                      new ResidentEvent.Naturalisation(one.index(), people.otherName(one), at)));
    }

    Optional<DrawnEvent> headChange() {
      return pick(residents, Here::isSpouse)
          .map(one -> happens(new ResidentEvent.HeadChange(one.index(), at)));
    }

    Optional<DrawnEvent> support(boolean begun) {
      return pick(households, household -> household.getFirst().underSupport() != begun)
          .map(
              household ->
                  happens(new ResidentEvent.Support(household.getFirst().household(), begun, at)));
    }
  }
}
