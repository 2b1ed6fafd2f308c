package jp.chukan.mocknetwork.municipality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import jp.chukan.contract.code.ProcessingNumber;
import jp.chukan.contract.document.ProvidedInformation;
import jp.chukan.contract.document.XmlDocuments;
import jp.chukan.mocknetwork.institution.Institution;
import jp.chukan.mocknetwork.institution.InstitutionDirectory;
import jp.chukan.mocknetwork.institution.InstitutionRole;
import jp.chukan.mocknetwork.residentrecords.Resident;
import jp.chukan.mocknetwork.residentrecords.ResidentRegister;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("提供する内容の大きさ")
class ContentSizeTest {
  private static final Institution ISHINOMAKI =
      new InstitutionDirectory().withRole(InstitutionRole.SERVED).getFirst();
  private static final int LONGEST_TEXT = 100;

  @ParameterizedTest
  @ValueSource(ints = {1_024, 2_047, 2_048, 10_000, 20_480, 65_535, 65_536})
  void makesAnAnswerOfThisSizeToTheByte(int bytes) {
    assertThat(answer(new ContentSize(bytes), 7)).hasSize(bytes);
    assertThat(answer(new ContentSize(bytes), 8)).hasSize(bytes);
  }

  @ParameterizedTest
  @ValueSource(ints = {1_024, 20_480, 65_536})
  @DisplayName("値はレイアウトの桁数に収まる")
  void holdsWhatTheLayoutAllows(int bytes) {
    var size = new ContentSize(bytes);
    var held = size.information(ISHINOMAKI.code(), resident(7));

    assertThat(held.items().keySet()).containsExactlyInAnyOrderElementsOf(size.items());
    held.items()
        .forEach(
            (item, value) -> {
              if (item.equals(TaxInformation.PER_CAPITA) || item.equals(TaxInformation.INCOME)) {
                assertThat(value).matches("[1-9][0-9]{3,5}");
              } else {
                assertThat(value).isNotEmpty().hasSizeLessThanOrEqualTo(LONGEST_TEXT);
              }
            });
  }

  @Test
  void asksForMoreItemsWhenMoreIsWanted() {
    assertThat(new ContentSize(2_048).items()).hasSizeBetween(15, 25);
    assertThat(new ContentSize(20_480).items()).hasSizeGreaterThan(200);
    assertThat(new ContentSize(65_536).items()).isEqualTo(TaxInformation.LAYOUT);
  }

  @Test
  void isTheSameEveryTimeAndAnotherForAnotherPerson() {
    var size = new ContentSize(20_480);
    assertThat(size.information(ISHINOMAKI.code(), resident(7)))
        .isEqualTo(size.information(ISHINOMAKI.code(), resident(7)))
        .isNotEqualTo(size.information(ISHINOMAKI.code(), resident(8)));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 1_023, 65_537})
  void aSizeThatNoAnswerHasIsRefused(int bytes) {
    assertThatIllegalArgumentException().isThrownBy(() -> new ContentSize(bytes));
  }

  private static byte[] answer(ContentSize size, int index) {
    var held = size.information(ISHINOMAKI.code(), resident(index));
    return XmlDocuments.write(
        new ProvidedInformation(
            new ProcessingNumber("20261001ABCDEFGHJKMNPQRS"),
            ISHINOMAKI.code(),
            held.information(),
            held.edition(),
            size.items().stream()
                .map(item -> new ProvidedInformation.Item(item, held.items().get(item)))
                .toList()));
  }

  private static Resident resident(int index) {
    return new ResidentRegister(ISHINOMAKI).resident(index);
  }
}
