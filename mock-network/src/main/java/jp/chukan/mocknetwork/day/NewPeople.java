package jp.chukan.mocknetwork.day;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import jp.chukan.mocknetwork.foreignresident.LegalCategory;
import jp.chukan.mocknetwork.foreignresident.PermittedStay;
import jp.chukan.mocknetwork.foreignresident.ResidenceCardNumber;
import jp.chukan.mocknetwork.foreignresident.StatusOfResidence;
import jp.chukan.mocknetwork.person.BasicInformation;
import jp.chukan.mocknetwork.person.IndividualNumber;
import jp.chukan.mocknetwork.person.ResidentRecordCode;
import jp.chukan.mocknetwork.residentrecords.HouseholdInformation;
import jp.chukan.mocknetwork.residentrecords.HouseholdInformation.Head;
import jp.chukan.mocknetwork.residentrecords.HouseholdInformation.Member;
import jp.chukan.mocknetwork.residentrecords.NewResident;
import jp.chukan.mocknetwork.residentrecords.Resident;
import jp.chukan.mocknetwork.residentrecords.ResidentRegisters;

/** People who were not in the country's registers before, obviously fictitious. */
final class NewPeople {
  private static final List<String> FAMILY_NAMES =
      List.of("架空", "見本", "例示", "仮名", "試験", "模擬", "仮想", "空想", "虚構", "想定");
  private static final List<String> MALE_NAMES = List.of("新一", "新二", "転太", "移郎", "来助");
  private static final List<String> FEMALE_NAMES = List.of("新子", "転子", "移実", "来美", "初音");
  private static final List<String> FOREIGN_FAMILY_NAMES =
      List.of("EXAMPLE", "SAMPLE", "FICTION", "SPECIMEN");
  private static final List<String> FOREIGN_NAMES = List.of("ALPHA", "BETA", "GAMMA", "DELTA");
  private static final List<String> NATIONALITIES = List.of("VNM", "PHL", "BRA", "NPL", "USA");
  private static final List<String> TOWNS = List.of("架空町", "見本町", "例示台", "仮想が丘");

  /** Positions from here on are of nobody who was generated. */
  private static final int FIRST = 900_000;

  private static final int LAST = 1_000_000;
  private static final long CARD_NUMBERS = 100_000_000;

  private final ResidentRegisters registers;
  private final Random random;
  private final Set<ResidentRecordCode> given = new HashSet<>();

  NewPeople(ResidentRegisters registers, Random random) {
    this.registers = registers;
    this.random = random;
  }

  /**
   * A household that moves in.
   *
   * @param origin five digits of the municipality that gave them their numbers
   * @param place where they move to
   */
  List<NewResident> household(String origin, String place, LocalDate day) {
    String address = address(place);
    String family = pick(FAMILY_NAMES);
    boolean male = random.nextBoolean();
    int age = 22 + random.nextInt(50);
    List<NewResident> people = new ArrayList<>();
    NewResident head = person(origin, family, male, day, age, address, new Head());
    people.add(head);
    String headName = head.basicInformation().name();
    if (random.nextInt(2) == 0) {
      people.add(
          person(origin, family, !male, day, age, address, new Member(headName, male ? "妻" : "夫")));
      for (int child = random.nextInt(3); child > 0 && age < 50; child--) {
        people.add(
            person(
                origin,
                family,
                random.nextBoolean(),
                day,
                random.nextInt(Math.min(17, age - 20)),
                address,
                new Member(headName, "子")));
      }
    }
    return people;
  }

  /**
   * A foreigner who comes to the country to study and lives alone.
   *
   * @param origin five digits of the municipality that gives the numbers
   */
  NewResident foreigner(String origin, String place, LocalDate day) {
    String name = pick(FOREIGN_FAMILY_NAMES) + " " + pick(FOREIGN_NAMES);
    ResidentRecordCode code = unused(origin);
    var permitted =
        new LegalCategory.MidToLongTerm(
            ResidenceCardNumber.fictitious("DY", Long.parseLong(code.value()) % CARD_NUMBERS),
            StatusOfResidence.STUDENT,
            Optional.of(PermittedStay.from(day, Period.ofYears(2))));
    return new NewResident(
        IndividualNumber.fictitious(code.value()),
        code,
        new BasicInformation(
            name,
            address(place),
            birthDate(day, 19 + random.nextInt(30)),
            sex(random.nextBoolean())),
        pick(NATIONALITIES),
        new Head(),
        Optional.of(permitted),
        Optional.of("国外"));
  }

  /** A child of this household, born today. */
  NewResident child(String origin, Resident head, LocalDate day) {
    boolean male = random.nextBoolean();
    String family = head.basicInformation().name().split("[ \u3000]", 2)[0];
    return resident(
        origin,
        new BasicInformation(
            family + " " + pick(male ? MALE_NAMES : FEMALE_NAMES),
            head.basicInformation().address(),
            day,
            sex(male)),
        Resident.JAPANESE,
        new Member(head.basicInformation().name(), "子"));
  }

  /** A name that the person does not have yet. */
  String otherName(Resident person) {
    boolean male = person.basicInformation().sex().equals("1");
    String family = pick(FAMILY_NAMES);
    return family + " " + pick(male ? MALE_NAMES : FEMALE_NAMES) + "之";
  }

  String address(String place) {
    return "%s%s%d番地の%d"
        .formatted(place, pick(TOWNS), 1 + random.nextInt(999), 1 + random.nextInt(9));
  }

  private NewResident person(
      String origin,
      String family,
      boolean male,
      LocalDate day,
      int age,
      String address,
      HouseholdInformation household) {
    return resident(
        origin,
        new BasicInformation(
            family + " " + pick(male ? MALE_NAMES : FEMALE_NAMES),
            address,
            birthDate(day, age),
            sex(male)),
        Resident.JAPANESE,
        household);
  }

  private NewResident resident(
      String origin,
      BasicInformation basicInformation,
      String nationality,
      HouseholdInformation household) {
    ResidentRecordCode code = unused(origin);
    return new NewResident(
        IndividualNumber.fictitious(code.value()), code, basicInformation, nationality, household);
  }

  private ResidentRecordCode unused(String origin) {
    ResidentRecordCode code;
    do {
      code = new ResidentRecordCode(origin + (FIRST + random.nextInt(LAST - FIRST)));
    } while (isKnown(code) || !given.add(code));
    return code;
  }

  private boolean isKnown(ResidentRecordCode code) {
    return registers.municipalities().stream()
        .flatMap(municipality -> registers.of(municipality).everybody().stream())
        .anyMatch(resident -> resident.recordCode().equals(code));
  }

  private LocalDate birthDate(LocalDate day, int age) {
    return day.minusYears(age).minusDays(1 + random.nextInt(364));
  }

  private static String sex(boolean male) {
    return male ? "1" : "2";
  }

  private String pick(List<String> values) {
    return values.get(random.nextInt(values.size()));
  }
}
