package jp.chukan.contract.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Assertions about refusals: the code counts, not that something was thrown. */
final class Refusals {
  private Refusals() {}

  static void assertRefused(ErrorCode expected, ThrowingCallable attempt) {
    assertRefused(List.of(expected), "attempt", attempt);
  }

  static void assertRefused(
      List<ErrorCode> expected, String description, ThrowingCallable attempt) {
    Throwable thrown = catchThrowable(attempt);
    assertThat(thrown).as(description).isInstanceOf(InvalidInputException.class);
    assertThat(((InvalidInputException) thrown).refusal().code()).as(description).isIn(expected);
  }
}
