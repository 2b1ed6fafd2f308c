package jp.chukan.gateway.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("個人番号の形式の検出")
class IndividualNumberFormTest {

  @ParameterizedTest // MS-31, MS-45
  @ValueSource(
      strings = {
        "123456789018",
        "１２３４５６７８９０１８",
        "1234-5678-9018",
        "1234 5678 9018",
        "１２３４　５６７８　９０１８",
        "1234‐5678−9018",
        "12 34 56 78 90 18",
        "1234 - 5678 - 9018",
        "番号は123456789018です",
        "9 1234-5678-9018",
        "1234-5678-9018 5",
        "𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗𝟎𝟏𝟖"
      })
  void twelveDigitsThatCheckAreSeenHoweverTheyAreWritten(String text) {
    assertThat(IndividualNumberForm.isIn(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "架空 太郎",
        "12345678901",
        "1234567890181",
        "0123456789018",
        "123456789017",
        "1234/5678/9018",
        "1234年5678月9018",
        "2026-10-01T09:00:00"
      })
  void otherTextIsLeftAlone(String text) {
    assertThat(IndividualNumberForm.isIn(text)).isFalse();
  }

  @Test
  void ofTenNumbersWithTheSameElevenDigitsOneChecks() {
    assertThat(
            IntStream.rangeClosed(0, 9)
                .filter(last -> IndividualNumberForm.isIn("10000000000" + last))
                .count())
        .isEqualTo(1);
  }
}
