package jp.chukan.mocknetwork.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import jp.chukan.mocknetwork.consistency.ConsistencyResult.Finding;
import jp.chukan.mocknetwork.consistency.ConsistencyResult.FindingKind;
import jp.chukan.mocknetwork.identity.ChangeReason;
import jp.chukan.mocknetwork.identity.IdentityInformation;
import jp.chukan.mocknetwork.person.BasicInformation;
import jp.chukan.mocknetwork.person.IndividualNumber;
import jp.chukan.mocknetwork.person.ResidentRecordCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("整合性確認の比べ方")
class CompareEntriesTest {
  private static final IdentityInformation ONE = person("99100000001", null);

  @Test // JN-07
  void theSameOnBothSidesIsNoFinding() {
    assertThat(compare(List.of(ONE), List.of(ONE))).isEmpty();
  }

  @ParameterizedTest // JN-07
  @EnumSource(IdentityItem.class)
  @DisplayName("どの項目が違っても、その項目の名だけが出る")
  void eachItemThatDiffersIsNamed(IdentityItem item) {
    assertThat(compare(List.of(ONE), List.of(person("99100000001", item))))
        .containsExactly(new Finding(ONE.recordCode(), FindingKind.DIFFERENT, List.of(item)));
  }

  @Test // JN-07
  void whoIsOnOneSideOnlyIsFound() {
    IdentityInformation other = person("99100000002", null);

    assertThat(compare(List.of(ONE), List.of(other)))
        .containsExactly(
            new Finding(ONE.recordCode(), FindingKind.MISSING_ABOVE, List.of()),
            new Finding(other.recordCode(), FindingKind.ONLY_ABOVE, List.of()));
  }

  @Test
  @DisplayName("同じ値でも人が違えば要約値は違う")
  void theDigestOfTheSameValueIsAnotherForAnotherPerson() {
    assertThat(IdentityItem.digests(ONE).get(IdentityItem.NAME))
        .isNotEqualTo(IdentityItem.digests(person("99100000002", null)).get(IdentityItem.NAME));
  }

  private static List<Finding> compare(
      List<IdentityInformation> below, List<IdentityInformation> above) {
    return ConsistencyCheck.of("08220", below).compareWith(above).findings();
  }

  private static IdentityInformation person(String code, @Nullable IdentityItem other) {
    return new IdentityInformation(
        new ResidentRecordCode(code),
        IndividualNumber.fictitious(
            other == IdentityItem.INDIVIDUAL_NUMBER ? "99199999999" : "99100000001"),
        new BasicInformation(
            other == IdentityItem.NAME ? "見本 二郎" : "見本 一郎",
            other == IdentityItem.ADDRESS ? "架空町2" : "架空町1",
            LocalDate.of(1980, 1, other == IdentityItem.BIRTH_DATE ? 2 : 1),
            other == IdentityItem.SEX ? "2" : "1"),
        "08220",
        ChangeReason.MOVED_IN,
        LocalDate.of(2026, 4, other == IdentityItem.LAST_CHANGE ? 2 : 1),
        other == IdentityItem.VERSION ? 2 : 1);
  }
}
