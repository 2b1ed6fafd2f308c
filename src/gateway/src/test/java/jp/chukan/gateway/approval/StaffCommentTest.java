package jp.chukan.gateway.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("職員の記載")
class StaffCommentTest {

  static Stream<Arguments> refused() {
    return Stream.of(
        Arguments.of("", ErrorCode.SYM_MISSING_ELEMENT),
        Arguments.of(" 　\n", ErrorCode.SYM_MISSING_ELEMENT),
        Arguments.of("あ".repeat(501), ErrorCode.SYM_TOO_LARGE),
        Arguments.of("番号は 1234-5678-9018 です", ErrorCode.DBM_INDIVIDUAL_NUMBER));
  }

  @ParameterizedTest // MS-31, MS-76
  @MethodSource("refused")
  void whatIsMissingTooLongOrHoldsAnIndividualNumberIsRefused(String text, ErrorCode expected) {
    assertThatThrownBy(() -> new StaffComment(text))
        .isInstanceOfSatisfying(
            InvalidInputException.class,
            refusal -> assertThat(refusal.refusal().code()).isEqualTo(expected))
        .message()
        .doesNotContain("1234");
  }

  @Test
  void itPrintsNothingOfWhatWasWritten() {
    assertThat(new StaffComment("架空 花子 について").toString()).doesNotContain("花子");
  }
}
