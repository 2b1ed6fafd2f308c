package jp.chukan.mocknetwork.residentrecords;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.chukan.mocknetwork.residentrecords.HouseholdInformation.Head;
import jp.chukan.mocknetwork.residentrecords.HouseholdInformation.Member;

/**
 * Those who live in one household.
 *
 * @param members all of them, in their order
 */
record Household(List<Resident> members) {
  Household {
    members = List.copyOf(members);
  }

  /** Who becomes head when the head is gone: the spouse, else the oldest. */
  Optional<Resident> successor() {
    boolean hasHead =
        members.stream().anyMatch(member -> member.householdInformation() instanceof Head);
    return hasHead
        ? Optional.empty()
        : members.stream()
            .filter(member -> isSpouse(member.householdInformation()))
            .findFirst()
            .or(
                () ->
                    members.stream()
                        .min(comparing(member -> member.basicInformation().birthDate())));
  }

  /** The members whose 世帯情報 is another under this head. */
  List<Resident> under(Resident head, Instant at) {
    return members.stream()
        .map(member -> member.with(relation(member, head), at))
        .filter(
            member ->
                !members
                    .get(indexOf(member))
                    .householdInformation()
                    .equals(member.householdInformation()))
        .toList();
  }

  private int indexOf(Resident member) {
    for (int n = 0; n < members.size(); n++) {
      if (members.get(n).index() == member.index()) {
        return n;
      }
    }
    throw new IllegalArgumentException("no member " + member);
  }

  static boolean isSpouse(HouseholdInformation information) {
    return information instanceof Member(var headName, var relationship)
        && (relationship.equals("妻") || relationship.equals("夫"));
  }

  private static HouseholdInformation relation(Resident member, Resident head) {
    if (member.index() == head.index()) {
      return new Head();
    }
    return new Member(
        head.basicInformation().name(),
        switch (head.householdInformation()) {
          case Head() -> relationship(member);
          case Member(var formerHead, var ofHead) when ofHead.equals("妻") || ofHead.equals("夫") ->
              underSpouse(member, ofHead);
          case Member(var formerHead, var ofHead) when ofHead.equals("子") ->
              underChild(member, head);
          case Member(var formerHead, var ofHead) -> underParent(member);
        });
  }

  private static String relationship(Resident member) {
    return member.householdInformation() instanceof Member(var headName, var relationship)
        ? relationship
        : "同居人";
  }

  /**
   * @param ofHead what the new head was of the former: 妻 or 夫
   */
  private static String underSpouse(Resident member, String ofHead) {
    String formerHead = ofHead.equals("妻") ? "夫" : "妻";
    return switch (member.householdInformation()) {
      case Head() -> formerHead;
      case Member(var headName, var relationship) when relationship.equals("子") -> relationship;
      case Member(var headName, var relationship) when relationship.startsWith(ofHead + "の") ->
          relationship.substring(ofHead.length() + 1);
      case Member(var headName, var relationship) -> formerHead + "の" + relationship;
    };
  }

  private static String underChild(Resident member, Resident head) {
    boolean male = member.basicInformation().sex().equals("1");
    return switch (relationship(member)) {
      case "子" ->
          member.basicInformation().birthDate().isBefore(head.basicInformation().birthDate())
              ? male ? "兄" : "姉"
              : male ? "弟" : "妹";
      case "父", "母" -> male ? "祖父" : "祖母";
      default -> "縁故者";
    };
  }

  private static String underParent(Resident member) {
    return relationship(member).equals("子") ? "孫" : "縁故者";
  }
}
