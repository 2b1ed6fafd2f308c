package jp.chukan.mocknetwork.residentrecords;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jp.chukan.contract.code.AddresseeNumber;
import jp.chukan.mocknetwork.foreignresident.LegalCategory;
import jp.chukan.mocknetwork.institution.Institution;
import jp.chukan.mocknetwork.person.BasicInformation;
import jp.chukan.mocknetwork.residentnotice.RemovalReason;
import jp.chukan.mocknetwork.residentrecords.HouseholdInformation.Head;

/**
 * The 住民票 of one municipality: those that were generated, and what has happened since. An event
 * that does not fit changes nothing.
 */
public final class ResidentRegister {
  /** How many residents there are before anything happens. */
  public static final int GENERATED = 1000;

  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
  private static final int FIRST_ADDRESSEE = 50_000_000;

  private final Institution municipality;
  private final List<Resident> residents;
  private int households;

  /** A register to which nothing has happened yet. */
  public ResidentRegister(Institution municipality) {
    this.municipality = municipality;
    this.residents = new ArrayList<>(ResidentGeneration.of(municipality));
    this.households = residents.stream().mapToInt(Resident::household).max().orElse(0);
  }

  public Institution municipality() {
    return municipality;
  }

  /**
   * The residents from one position up to another, those who are gone among them.
   *
   * @throws IllegalArgumentException when the register does not reach that far
   */
  public synchronized List<Resident> residents(int from, int to) {
    if (from < 0 || to < from || to > residents.size()) {
      throw new IllegalArgumentException("residents are numbered 0 to " + (residents.size() - 1));
    }
    return List.copyOf(residents.subList(from, to));
  }

  /** Everybody who ever had a 住民票 here, by position. */
  public synchronized List<Resident> everybody() {
    return List.copyOf(residents);
  }

  public Resident resident(int index) {
    return residents(index, index + 1).getFirst();
  }

  /** Those who live in a household now. */
  public synchronized List<Resident> household(int number) {
    return members(number).members();
  }

  private Household members(int number) {
    return new Household(
        residents.stream()
            .filter(one -> one.household() == number && one.residence().isPresent())
            .toList());
  }

  /**
   * Writes down what has happened.
   *
   * @return the residents whose record changed, each once, as they are now, by position
   * @throws IllegalArgumentException when it cannot have happened: nobody there, gone already, not
   *     the spouse
   */
  public synchronized List<Resident> apply(ResidentEvent event) {
    var change = new Change(event.at());
    switch (event) {
      case ResidentEvent.MoveIn moveIn -> change.moveIn(moveIn);
      case ResidentEvent.MoveWithin moveWithin -> change.moveWithin(moveWithin);
      case ResidentEvent.MoveOut(var persons, var to, var at) ->
          change.remove(persons, RemovalReason.MOVED_OUT);
      case ResidentEvent.LeaveTheCountry(var persons, var at) ->
          change.remove(persons, RemovalReason.LEFT_THE_COUNTRY);
      case ResidentEvent.Death(var person, var at) ->
          change.remove(List.of(person), RemovalReason.DIED);
      case ResidentEvent.Birth(var child, var household, var at) -> change.birth(child, household);
      case ResidentEvent.Correction(var person, var name, var at) ->
          change.correct(present(person), name);
      case ResidentEvent.Naturalisation(var person, var name, var at) ->
          change.naturalise(present(person), name);
      case ResidentEvent.HeadChange(var spouse, var at) -> change.makeHead(present(spouse));
      case ResidentEvent.Support(var household, var begun, var at) ->
          change.support(household, begun);
      case ResidentEvent.ResidenceChange residence ->
          change.residence(present(residence.person()), residence);
    }
    change.changed.values().forEach(this::keep);
    households = change.lastHousehold;
    return List.copyOf(change.changed.values());
  }

  private void keep(Resident resident) {
    if (resident.index() == residents.size()) {
      residents.add(resident);
    } else {
      residents.set(resident.index(), resident);
    }
  }

  private Resident present(int index) {
    Resident resident = resident(index);
    if (!resident.residence().isPresent()) {
      throw new IllegalArgumentException("resident " + index + " does not live here any more");
    }
    return resident;
  }

  /** What one event changes, while it is being found out; nothing is kept before all of it is. */
  private final class Change {
    private final Instant at;
    private final LocalDate day;
    private final Map<Integer, Resident> changed = new TreeMap<>();
    private int next = residents.size();
    private int lastHousehold = households;

    private Change(Instant at) {
      this.at = at;
      this.day = LocalDate.ofInstant(at, JAPAN);
    }

    private void put(Collection<Resident> others) {
      others.forEach(one -> changed.put(one.index(), one));
    }

    private void moveIn(ResidentEvent.MoveIn moveIn) {
      if (moveIn.newcomers().isEmpty()
          || !(moveIn.newcomers().getFirst().household() instanceof Head)) {
        throw new IllegalArgumentException("the first of those who move in is the head");
      }
      lastHousehold++;
      int head = next;
      boolean japaneseHead = moveIn.newcomers().getFirst().nationality().equals(Resident.JAPANESE);
      for (NewResident newcomer : moveIn.newcomers()) {
        boolean under = japaneseHead && ResidentGeneration.ofFamily(newcomer.household());
        String domicile = newcomer.basicInformation().address();
        add(
            newcomer,
            lastHousehold,
            false,
            new Particulars.Japanese(domicile, under ? head : next));
      }
    }

    private void birth(NewResident child, int household) {
      List<Resident> family = inhabited(household);
      Particulars.CivilStatus ofParent =
          family.stream()
              .map(one -> one.particulars().civilStatus())
              .filter(Particulars.Japanese.class::isInstance)
              .findFirst()
              .orElseGet(() -> new Particulars.Japanese(child.basicInformation().address(), next));
      add(child, household, family.getFirst().underSupport(), ofParent);
    }

    /**
     * @param asJapanese 本籍 of the person, for a Japanese
     */
    private void add(
        NewResident person,
        int household,
        boolean underSupport,
        Particulars.CivilStatus asJapanese) {
      if (residents.stream()
          .anyMatch(
              one -> one.recordCode().equals(person.recordCode()) && one.residence().isPresent())) {
        throw new IllegalArgumentException("lives here already");
      }
      if (residents.stream()
          .anyMatch(
              one ->
                  one.recordCode().equals(person.recordCode())
                      && one.residence() instanceof Residence.Removed(var reason, var on)
                      && reason == RemovalReason.DIED)) {
        throw new IllegalArgumentException("died here");
      }
      changed.put(
          next,
          new Resident(
              next,
              new AddresseeNumber(String.valueOf(FIRST_ADDRESSEE + next)),
              person.individualNumber(),
              person.recordCode(),
              person.basicInformation(),
              person.nationality(),
              household,
              person.household(),
              underSupport,
              new Residence.Present(day),
              new Particulars(
                  person.nationality().equals(Resident.JAPANESE)
                      ? asJapanese
                      : new Particulars.Foreigner(
                          person.category().orElseGet(() -> LegalCategory.Transitional.from(day)),
                          day,
                          0),
                  person.previousAddress(),
                  day),
              at));
      next++;
    }

    private List<Resident> inhabited(int household) {
      List<Resident> family = household(household);
      if (family.isEmpty()) {
        throw new IllegalArgumentException("nobody lives in household " + household);
      }
      return family;
    }

    private void moveWithin(ResidentEvent.MoveWithin moveWithin) {
      inhabited(moveWithin.household())
          .forEach(one -> changed.put(one.index(), one.movedTo(moveWithin.address(), day, at)));
    }

    private void remove(List<Integer> persons, RemovalReason reason) {
      var gone = persons.stream().map(ResidentRegister.this::present).toList();
      gone.forEach(
          one -> changed.put(one.index(), one.with(new Residence.Removed(reason, day), at)));
      gone.stream().map(Resident::household).distinct().forEach(this::newHead);
    }

    /** Whoever is left of a household without a head gets one. */
    private void newHead(int household) {
      var left =
          new Household(
              household(household).stream()
                  .filter(one -> !changed.containsKey(one.index()))
                  .toList());
      left.successor().ifPresent(head -> put(left.under(head, at)));
    }

    private void correct(Resident person, String name) {
      keepNamed(person, person.with(named(person, name), at));
    }

    /** What a 法務省通知 says goes into the 住民票; another name goes to the household as well. */
    private void residence(Resident person, ResidentEvent.ResidenceChange change) {
      Particulars.Foreigner before =
          person
              .particulars()
              .foreigner()
              .orElseThrow(() -> new IllegalArgumentException("nationality"));
      if (change.ministryVersion() <= before.ministryVersion()) {
        throw new IllegalArgumentException("version");
      }
      Resident after =
          person.with(
              change.nationality(),
              new Particulars.Foreigner(
                  change.category(), before.since(), change.ministryVersion()),
              at);
      keepNamed(
          person, change.name().map(name -> after.with(named(after, name), at)).orElse(after));
    }

    private void keepNamed(Resident person, Resident corrected) {
      changed.put(person.index(), corrected);
      if (person.householdInformation() instanceof Head) {
        put(
            new Household(
                    household(person.household()).stream()
                        .filter(one -> one.index() != person.index())
                        .toList())
                .under(corrected, at));
      }
    }

    private static BasicInformation named(Resident person, String name) {
      BasicInformation before = person.basicInformation();
      return new BasicInformation(name, before.address(), before.birthDate(), before.sex());
    }

    private void naturalise(Resident person, String name) {
      if (person.nationality().equals(Resident.JAPANESE)) {
        throw new IllegalArgumentException("resident " + person.index() + " is Japanese");
      }
      changed.put(
          person.index(), person.with(new Residence.Removed(RemovalReason.NATURALISED, day), at));
      var japanese =
          new Resident(
              next,
              new AddresseeNumber(String.valueOf(FIRST_ADDRESSEE + next)),
              person.individualNumber(),
              person.recordCode(),
              named(person, name),
              Resident.JAPANESE,
              person.household(),
              person.householdInformation(),
              person.underSupport(),
              new Residence.Present(day),
              person
                  .particulars()
                  .with(new Particulars.Japanese(person.basicInformation().address(), next)),
              at);
      changed.put(next, japanese);
      next++;
      if (japanese.householdInformation() instanceof Head) {
        put(
            new Household(
                    household(person.household()).stream()
                        .filter(one -> one.index() != person.index())
                        .toList())
                .under(japanese, at));
      }
    }

    private void makeHead(Resident spouse) {
      if (!Household.isSpouse(spouse.householdInformation())) {
        throw new IllegalArgumentException("only the spouse of a head can become head");
      }
      put(members(spouse.household()).under(spouse, at));
    }

    private void support(int household, boolean begun) {
      inhabited(household).forEach(one -> changed.put(one.index(), one.withSupport(begun, at)));
    }
  }

  /** The residents in the order of their change, oldest first. */
  public synchronized List<Resident> changedSince(Instant since) {
    return residents.stream()
        .filter(one -> one.updatedAt().isAfter(since))
        .sorted(comparing(Resident::updatedAt))
        .toList();
  }
}
