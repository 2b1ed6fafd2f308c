package jp.chukan.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("受け取るファイルの上限")
class BoundedUploadTest {
  private static final int LIMIT = 20_000;

  @Test // MS-95
  void aFileHasAsManyBytesAsItMay() throws Exception {
    assertThat(upload(LIMIT).readAllBytes()).hasSize(LIMIT);
    assertThat(upload(LIMIT).skip(Long.MAX_VALUE)).isPositive();
  }

  @Test // MS-95
  @DisplayName("1バイトでも超えれば断る。読み飛ばしても数える")
  void notOneMoreNeitherReadNorPassedOver() throws Exception {
    assertTooLarge(upload(LIMIT + 1)::readAllBytes);
    assertTooLarge(() -> upload(LIMIT + 1).skipNBytes(LIMIT + 1));
    InputStream singly = upload(1);
    assertThat(singly.read()).isZero();
    assertThat(singly.read()).isEqualTo(-1);
    InputStream oneMore = new BoundedUpload(new ByteArrayInputStream(new byte[2]), 1);
    oneMore.read();
    assertTooLarge(oneMore::read);
  }

  private static InputStream upload(int bytes) {
    return new BoundedUpload(new ByteArrayInputStream(new byte[bytes]), LIMIT);
  }

  private static void assertTooLarge(ThrowingCallable reading) {
    assertThatThrownBy(reading)
        .isInstanceOfSatisfying(
            InvalidInputException.class,
            refused -> assertThat(refused.refusal().code()).isEqualTo(ErrorCode.SYM_TOO_LARGE));
  }
}
