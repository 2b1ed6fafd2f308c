package jp.chukan.mocknetwork.residentrecords;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jp.chukan.mocknetwork.institution.InstitutionDirectory;
import jp.chukan.mocknetwork.institution.InstitutionRole;
import jp.chukan.mocknetwork.person.BasicInformation;
import jp.chukan.mocknetwork.residentrecords.HouseholdInformation.Head;
import jp.chukan.mocknetwork.residentrecords.HouseholdInformation.Member;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("世帯主の交代と続柄")
class HouseholdTest {
  private static final Instant AT = Instant.parse("2026-06-01T03:00:00Z");
  private static final String HEAD_NAME = "架空 太郎";
  private static final List<Resident> SOMEBODY =
      new ResidentRegister(new InstitutionDirectory().withRole(InstitutionRole.SERVED).getFirst())
          .everybody();

  private static Resident person(
      int index, String relationship, String sex, int birthYear, String name) {
    return SOMEBODY
        .get(index)
        .with(new BasicInformation(name, "架空町1番地", LocalDate.of(birthYear, 1, 1), sex), AT)
        .with(relationship.isEmpty() ? new Head() : new Member(HEAD_NAME, relationship), AT);
  }

  private static final Resident HUSBAND = person(0, "", "1", 1950, HEAD_NAME);
  private static final Resident WIFE = person(1, "妻", "2", 1952, "架空 花子");
  private static final Resident SON = person(2, "子", "1", 1980, "架空 一郎");
  private static final Resident DAUGHTER = person(3, "子", "2", 1985, "架空 月子");
  private static final Resident FATHER = person(4, "父", "1", 1925, "架空 古郎");
  private static final Resident MOTHER = person(5, "母", "2", 1928, "架空 古子");
  private static final Resident HER_MOTHER = person(6, "妻の母", "2", 1930, "見本 古子");
  private static final Resident ELDER_DAUGHTER = person(7, "子", "2", 1975, "架空 星子");

  @Test
  @DisplayName("世帯主がいるあいだは、だれも世帯主にならない")
  void nobodySucceedsAHeadWhoIsThere() {
    assertThat(new Household(List.of(HUSBAND, WIFE, SON)).successor()).isEmpty();
  }

  @Test
  @DisplayName("配偶者がいれば、年上の父母がいても配偶者が世帯主になる")
  void theSpouseComesBeforeTheOldest() {
    assertThat(new Household(List.of(FATHER, SON, WIFE)).successor()).contains(WIFE);
  }

  @Test
  @DisplayName("配偶者がいなければ、いちばん年上の人が世帯主になる")
  void withoutASpouseTheOldestSucceeds() {
    assertThat(new Household(List.of(DAUGHTER, SON, ELDER_DAUGHTER)).successor())
        .contains(ELDER_DAUGHTER);
    assertThat(new Household(List.of()).successor()).isEmpty();
  }

  @ParameterizedTest(name = "under {0}: {1} is {2}")
  @DisplayName("新しい世帯主から見た続柄になる")
  @CsvSource({
    "WIFE, HUSBAND, 夫",
    "WIFE, SON, 子",
    "WIFE, FATHER, 夫の父",
    "WIFE, MOTHER, 夫の母",
    "WIFE, HER_MOTHER, 母",
    "SON, DAUGHTER, 妹",
    "SON, ELDER_DAUGHTER, 姉",
    "DAUGHTER, SON, 兄",
    "SON, FATHER, 祖父",
    "SON, MOTHER, 祖母",
    "FATHER, SON, 孫"
  })
  void relationshipsAreThoseToTheNewHead(String head, String member, String relationship) {
    Resident newHead = named(head);
    Resident other = named(member);

    List<Resident> changed = new Household(List.of(newHead, other)).under(newHead, AT);

    assertThat(changed)
        .filteredOn(one -> one.index() == newHead.index())
        .singleElement()
        .extracting(Resident::householdInformation)
        .isEqualTo(new Head());
    assertThat(changed)
        .filteredOn(one -> one.index() == other.index())
        .singleElement()
        .extracting(Resident::householdInformation)
        .isEqualTo(new Member(newHead.basicInformation().name(), relationship));
  }

  private static Resident named(String name) {
    return switch (name) {
      case "HUSBAND" -> HUSBAND;
      case "WIFE" -> WIFE;
      case "SON" -> SON;
      case "DAUGHTER" -> DAUGHTER;
      case "ELDER_DAUGHTER" -> ELDER_DAUGHTER;
      case "FATHER" -> FATHER;
      case "MOTHER" -> MOTHER;
      case "HER_MOTHER" -> HER_MOTHER;
      default -> throw new IllegalArgumentException(name);
    };
  }

  @Test
  @DisplayName("世帯主も続柄も変わらない人は、変わった人に入らない")
  void whoStaysTheSameHasNotChanged() {
    assertThat(new Household(List.of(HUSBAND, WIFE, SON)).under(HUSBAND, AT)).isEmpty();
  }
}
