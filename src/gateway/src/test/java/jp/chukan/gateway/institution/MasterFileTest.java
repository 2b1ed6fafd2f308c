package jp.chukan.gateway.institution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDateTime;
import java.util.List;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.Refusal;
import jp.chukan.gateway.csv.FaultyFileException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("機関マスタのCSV")
class MasterFileTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"utf-8", "utf-8-with-mark", "ms932", "line-feed-only", "last-line-without-end"})
  void isReadInEitherEncoding(String file) {
    assertThat(MasterFile.read(content(file)))
        .hasSize(6)
        .startsWith(
            new MasterEntry(
                new InstitutionCode("0220104202101700"),
                "1",
                "04202",
                "宮城県石巻市",
                false,
                LocalDateTime.of(2009, 1, 1, 0, 0),
                LocalDateTime.of(9999, 12, 31, 23, 59),
                "第1版"));
  }

  @Test
  void aFieldMayHoldCommasAndQuotes() {
    assertThat(MasterFile.read(content("utf-8")).get(2).name()).isEqualTo("\"いろは\"健康保険組合,本部");
  }

  @Test
  void aDisabledRowMayLieInThePeriodOfAnother() {
    MasterEntry disabled = MasterFile.read(content("utf-8")).get(3);
    assertThat(disabled.disabled()).isTrue();
    assertThat(disabled.from()).isEqualTo(LocalDateTime.of(2010, 1, 1, 0, 0));
  }

  @Test
  void anEmptyFlagIsNone() {
    assertThat(MasterFile.read(content("utf-8")).get(4).disabled()).isFalse();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          neither-utf-8-nor-ms932,       -, -,              SYM_CSV_ENCODING
          utf-16,                        -, -,              SYM_CSV_ENCODING
          empty,                         -, -,              SYM_CSV_EMPTY
          header-only,                   -, -,              SYM_CSV_EMPTY
          without-header,                -, -,              SYM_CSV_HEADER
          header-in-other-order,         -, -,              SYM_CSV_HEADER
          header-without-last-column,    -, -,              SYM_CSV_HEADER
          field-too-few,                 3, -,              SYM_CSV_FIELD_COUNT
          field-too-many,                3, -,              SYM_CSV_FIELD_COUNT
          field-without-quotes,          3, 機関コード,     SYM_CSV_QUOTE
          quote-not-closed,              3, -,              SYM_CSV_QUOTE
          quote-followed-by-text,        3, -,              SYM_CSV_QUOTE
          empty-line,                    3, -,              SYM_CSV_FIELD_COUNT
          empty-last-line,               4, -,              SYM_CSV_FIELD_COUNT
          institution-missing,           3, 機関コード,     SYM_CSV_MISSING
          institution-15-digits,         3, 機関コード,     SYM_CSV_FORM
          institution-full-width,        3, 機関コード,     SYM_CSV_FORM
          serial-missing,                3, コード連番,     SYM_CSV_MISSING
          serial-with-letter,            3, コード連番,     SYM_CSV_FORM
          name-missing,                  3, 機関名,         SYM_CSV_MISSING
          name-of-spaces,                3, 機関名,         SYM_CSV_FORM
          name-with-line-break,          3, 機関名,         SYM_CSV_FORM
          name-over-200-characters,      3, 機関名,         SYM_CSV_FORM
          flag-2,                        3, 無効化フラグ,   SYM_CSV_FORM
          from-missing,                  3, 有効開始日時,   SYM_CSV_MISSING
          from-february-30,              3, 有効開始日時,   SYM_CSV_DATE
          from-hour-24,                  3, 有効開始日時,   SYM_CSV_DATE
          from-with-hyphens,             3, 有効開始日時,   SYM_CSV_DATE
          from-without-time,             3, 有効開始日時,   SYM_CSV_DATE
          to-missing,                    3, 有効終了日時,   SYM_CSV_MISSING
          to-month-13,                   3, 有効終了日時,   SYM_CSV_DATE
          ends-before-it-begins,         3, 有効終了日時,   SYM_CSV_PERIOD
          same-serial-number,            3, コード連番,     SYM_MASTER_DUPLICATE
          periods-overlap,               3, 有効開始日時,   SYM_MASTER_OVERLAP
          periods-share-a-minute,        3, 有効開始日時,   SYM_MASTER_OVERLAP
          """)
  void aFileThatIsNotSoundIsRefusedWithThePlace(
      String file, String line, String column, ErrorCode code) {
    assertThat(faults(file)).containsExactly(new Refusal(code, line, column));
  }

  @Test
  void aHeaderWithoutQuotesIsRefusedColumnByColumn() {
    assertThat(faults("header-without-quotes"))
        .hasSize(8)
        .contains(new Refusal(ErrorCode.SYM_CSV_QUOTE, "1", "バージョン情報"));
  }

  @Test
  void allFaultsAreToldInTheOrderOfTheLines() {
    assertThat(faults("several-faults"))
        .containsExactly(
            new Refusal(ErrorCode.SYM_CSV_MISSING, "2", "機関名"),
            new Refusal(ErrorCode.SYM_CSV_FORM, "2", "無効化フラグ"),
            new Refusal(ErrorCode.SYM_CSV_FORM, "4", "コード連番"),
            new Refusal(ErrorCode.SYM_CSV_DATE, "4", "有効終了日時"),
            new Refusal(ErrorCode.SYM_CSV_FORM, "5", "機関コード"));
  }

  @Test
  void atMostAHundredFaultsAreTold() {
    assertThat(faults("faults-without-end"))
        .hasSize(100)
        .last()
        .isEqualTo(new Refusal(ErrorCode.SYM_CSV_FORM, "101", "機関コード"));
  }

  @Test // JN-05
  void noFaultQuotesWhatStandsInTheFile() {
    assertThatExceptionOfType(FaultyFileException.class)
        .isThrownBy(() -> MasterFile.read(content("bad/quote-followed-by-text")))
        .withMessage("SYM-0205 and in all 1 faults")
        .withNoCause();
  }

  private static List<Refusal> faults(String file) {
    try {
      MasterFile.read(content("bad/" + file));
    } catch (FaultyFileException e) {
      return e.faults();
    }
    throw new AssertionError(file + " was read");
  }

  static byte[] content(String file) {
    try (InputStream content = MasterFileTest.class.getResourceAsStream(file + ".csv")) {
      return content.readAllBytes();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
