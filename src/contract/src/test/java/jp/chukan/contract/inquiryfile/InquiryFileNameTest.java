package jp.chukan.contract.inquiryfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDateTime;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("情報照会ファイルの名前")
class InquiryFileNameTest {

  @Test // MS-24
  void aNameTellsTimeAndSequence() {
    InquiryFileName name = InquiryFileName.parse("P640R110_20261001093000_0002.DAT");

    assertThat(name.createdAt()).isEqualTo(LocalDateTime.parse("2026-10-01T09:30:00"));
    assertThat(name.sequence()).isEqualTo(2);
    assertThat(name.value()).isEqualTo("P640R110_20261001093000_0002.DAT");
    assertThat(name.resultName()).isEqualTo("P640R110_20261001093000_0002_RESULT.DAT");
    assertThat(name.next()).hasToString("P640R110_20261001093000_0003.DAT");
  }

  @Test
  void theTimeOfANameIsThatOfJapan() {
    assertThat(InquiryFileName.first(Instant.parse("2026-09-30T15:30:00.987Z")))
        .hasToString("P640R110_20261001003000_0001.DAT");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "P640R110.DAT",
        "P640R111_20261001093000_0001.DAT",
        "p640r110_20261001093000_0001.dat",
        "P640R110_20261001093000_0000.DAT",
        "P640R110_20261001093000_00001.DAT",
        "P640R110_20260230093000_0001.DAT",
        "P640R110_20261001240000_0001.DAT",
        "P640R110_20261001093060_0001.DAT",
        "P640R110_20261001093000_0001_RESULT.DAT",
        "P640R110_20261001093000_0001.DAT\n",
        "../P640R110_20261001093000_0001.DAT",
        "P640R110_２０２６１００１０９３０００_0001.DAT"
      }) // JN-05
  void anotherFormIsRefused(String name) {
    assertThatThrownBy(() -> InquiryFileName.parse(name))
        .isInstanceOfSatisfying(
            InvalidInputException.class,
            e -> assertThat(e.refusal().code()).isEqualTo(ErrorCode.SKI_FILE_NAME));
  }

  @Test
  void afterTheLastSequenceThereIsNoName() {
    InquiryFileName last = InquiryFileName.parse("P640R110_20261001093000_9999.DAT");

    assertThatThrownBy(last::next).isInstanceOf(InvalidInputException.class);
  }
}
