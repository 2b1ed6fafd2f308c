package jp.chukan.mocknetwork.municipality;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import jp.chukan.mocknetwork.institution.Institution;
import jp.chukan.mocknetwork.municipality.HouseholdInformation.Head;
import jp.chukan.mocknetwork.municipality.HouseholdInformation.Member;

/** 「住民記録システム」 (既存住基) of one municipality: its residents in their households. */
final class ResidentRegister {
  private final Institution municipality;
  private final List<Resident> residents;

  ResidentRegister(Institution municipality) {
    this.municipality = municipality;
    this.residents = new ArrayList<>(ResidentGeneration.of(municipality));
  }

  Institution municipality() {
    return municipality;
  }

  /**
   * The residents from one position up to another.
   *
   * @throws IllegalArgumentException when the register does not reach that far
   */
  synchronized List<Resident> residents(int from, int to) {
    if (from < 0 || to < from || to > residents.size()) {
      throw new IllegalArgumentException("residents are numbered 0 to " + (residents.size() - 1));
    }
    return List.copyOf(residents.subList(from, to));
  }

  Resident resident(int index) {
    return residents(index, index + 1).getFirst();
  }

  /**
   * 「世帯主変更」: head and spouse change places.
   *
   * @return every member of the household whose record changed
   * @throws IllegalArgumentException when the resident is not the spouse of a head
   */
  synchronized List<Resident> makeHead(int index, Instant at) {
    Resident spouse = resident(index);
    if (!(spouse.householdInformation() instanceof Member(var headName, var relationship))
        || !(relationship.equals("妻") || relationship.equals("夫"))) {
      throw new IllegalArgumentException("only the spouse of a head can become head");
    }
    List<Resident> changed =
        residents.stream()
            .filter(member -> member.household() == spouse.household())
            .map(member -> member.withHousehold(underNewHead(member, spouse, relationship), at))
            .toList();
    changed.forEach(member -> residents.set(member.index(), member));
    return changed;
  }

  private static HouseholdInformation underNewHead(
      Resident member, Resident newHead, String formerRelationship) {
    if (member.index() == newHead.index()) {
      return new Head();
    }
    String name = newHead.basicInformation().name();
    String formerHead = formerRelationship.equals("妻") ? "夫" : "妻";
    return switch (member.householdInformation()) {
      case Head() -> new Member(name, formerHead);
      case Member(var oldHeadName, var relationship) when relationship.equals("子") ->
          new Member(name, relationship);
      case Member(var oldHeadName, var relationship)
          when relationship.startsWith(formerRelationship + "の") ->
          new Member(name, relationship.substring(formerRelationship.length() + 1));
      case Member(var oldHeadName, var relationship) ->
          new Member(name, formerHead + "の" + relationship);
    };
  }
}
