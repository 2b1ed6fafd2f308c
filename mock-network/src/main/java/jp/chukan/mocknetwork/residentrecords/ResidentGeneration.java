package jp.chukan.mocknetwork.residentrecords;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import jp.chukan.contract.code.AddresseeNumber;
import jp.chukan.mocknetwork.institution.Institution;
import jp.chukan.mocknetwork.person.BasicInformation;
import jp.chukan.mocknetwork.person.IndividualNumber;
import jp.chukan.mocknetwork.person.ResidentRecordCode;
import jp.chukan.mocknetwork.residentrecords.HouseholdInformation.Member;

/**
 * Makes the residents of one municipality: the same every time, in households, and obviously
 * fictitious. {@link Random} is used for its specified sequence, not for chance.
 */
final class ResidentGeneration {
  static final int RESIDENTS = ResidentRegister.GENERATED;
  static final Instant REGISTERED_AT = Instant.parse("2026-04-01T00:00:00Z");
  private static final LocalDate SETTLED = LocalDate.of(2015, 10, 5);
  private static final LocalDate TODAY = LocalDate.of(2026, 4, 1);
  private static final int SUPPORTED_HOUSEHOLD_EVERY = 40;

  private static final List<String> FAMILY_NAMES =
      List.of("架空", "見本", "例示", "仮名", "試験", "模擬", "仮想", "練習", "雛形", "空想", "虚構", "想定");
  private static final List<String> MALE_NAMES =
      List.of("一郎", "二郎", "三郎", "太郎", "四郎", "五郎", "次郎", "小太郎");
  private static final List<String> FEMALE_NAMES =
      List.of("花子", "月子", "星子", "雪子", "春子", "夏子", "秋子", "冬子");
  private static final List<String> TOWNS = List.of("架空町", "見本町", "例示台", "仮想が丘");

  private final Institution municipality;
  private final Random random;
  private final List<Resident> residents = new ArrayList<>();

  private ResidentGeneration(Institution municipality) {
    this.municipality = municipality;
    this.random = new Random(Long.parseLong(municipality.localGovernment()));
  }

  static List<Resident> of(Institution municipality) {
    var generation = new ResidentGeneration(municipality);
    for (int household = 1; generation.residents.size() < RESIDENTS; household++) {
      generation.addHousehold(household);
    }
    return List.copyOf(generation.residents.subList(0, RESIDENTS));
  }

  private void addHousehold(int household) {
    String family = pick(FAMILY_NAMES);
    String address =
        "%s%s%d番地".formatted(municipality.place(), pick(TOWNS), 1 + random.nextInt(999));
    boolean male = random.nextInt(3) > 0;
    int age = 25 + random.nextInt(60);
    var plan = new Plan(household, family, address, household % SUPPORTED_HOUSEHOLD_EVERY == 7);
    String headName = plan.add(male, age, new HouseholdInformation.Head());
    if (random.nextInt(100) < 60) {
      plan.add(
          !male, Math.max(20, age - 4 + random.nextInt(8)), new Member(headName, male ? "妻" : "夫"));
    }
    int children = age < 60 ? random.nextInt(4) : 0;
    for (int child = 0; child < children; child++) {
      plan.add(
          random.nextBoolean(),
          Math.max(0, age - 24 - random.nextInt(12)),
          new Member(headName, "子"));
    }
    if (random.nextInt(100) < 12) {
      boolean father = random.nextBoolean();
      plan.add(father, age + 22 + random.nextInt(8), new Member(headName, father ? "父" : "母"));
    }
  }

  private String pick(List<String> values) {
    return values.get(random.nextInt(values.size()));
  }

  /** Whether somebody is in the 戸籍 of the head: spouse and children are, parents have their own. */
  static boolean ofFamily(HouseholdInformation information) {
    return Household.isSpouse(information)
        || (information instanceof Member(var headName, var relationship)
            && relationship.equals("子"));
  }

  /** One household while its members are being added. */
  private final class Plan {
    private final int household;
    private final String family;
    private final String address;
    private final boolean underSupport;
    private int head;

    private Plan(int household, String family, String address, boolean underSupport) {
      this.household = household;
      this.family = family;
      this.address = address;
      this.underSupport = underSupport;
    }

    private String add(boolean male, int age, HouseholdInformation information) {
      String name = family + " " + pick(male ? MALE_NAMES : FEMALE_NAMES);
      LocalDate birthDate = TODAY.minusYears(age).minusDays(random.nextInt(365));
      int index = residents.size();
      String place = municipality.localGovernment();
      LocalDate since = birthDate.isAfter(SETTLED) ? birthDate : SETTLED;
      if (information instanceof HouseholdInformation.Head) {
        head = index;
      }
      residents.add(
          new Resident(
              index,
              new AddresseeNumber(String.valueOf(50_000_000 + index)),
              IndividualNumber.fictitious(place + "%06d".formatted(index)),
              new ResidentRecordCode(place + "%06d".formatted(index)),
              new BasicInformation(name, address, birthDate, male ? "1" : "2"),
              Resident.JAPANESE,
              household,
              information,
              underSupport,
              new Residence.Present(since),
              new Particulars(
                  new Particulars.Japanese(address, ofFamily(information) ? head : index),
                  Optional.empty(),
                  since),
              REGISTERED_AT));
      return name;
    }
  }
}
