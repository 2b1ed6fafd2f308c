package jp.chukan.gateway.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import jp.chukan.contract.code.AffairCode;
import jp.chukan.contract.code.DepartmentCode;
import jp.chukan.contract.code.UserId;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.Refusal;
import jp.chukan.gateway.csv.FaultyFileException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("権限のCSV")
class GrantFileTest {

  @ParameterizedTest // JN-36
  @ValueSource(strings = {"utf-8", "utf-8-with-mark-and-quotes", "ms932"})
  void isReadInEitherEncodingWithOrWithoutQuotes(String file) {
    List<Grant> grants = GrantFile.read(content(file));
    assertThat(grants)
        .startsWith(
            new Grant(
                new UserId("test-user-01"),
                new DepartmentCode("3595115400"),
                new AffairCode("JM01000000121000"),
                GrantedFunction.INQUIRY,
                LocalDate.of(2026, 4, 1),
                LocalDate.of(2027, 3, 31),
                "児童手当の担当"));
    assertThat(grants)
        .extracting(Grant::function)
        .containsExactly(
            GrantedFunction.INQUIRY, GrantedFunction.PROVISION, GrantedFunction.INQUIRY);
    assertThat(grants.get(2).reason()).isEqualTo("休暇の代理,10月");
  }

  @Test
  void aFileWithoutRowsWithdrawsEverything() {
    assertThat(
            GrantFile.read(
                "ユーザーID,部署コード,事務コード,機能,有効開始日,有効終了日,理由\r\n".getBytes(StandardCharsets.UTF_8)))
        .isEmpty();
  }

  @ParameterizedTest(name = "{0}") // MU-07, MU-08
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          empty,                               -, -,          SYM_CSV_EMPTY
          header-of-another-file,              -, -,          SYM_CSV_HEADER
          field-too-few,                       3, -,          SYM_CSV_FIELD_COUNT
          field-too-many,                      3, -,          SYM_CSV_FIELD_COUNT
          quote-inside,                        3, 理由,       SYM_CSV_QUOTE
          user-missing,                        3, ユーザーID, SYM_CSV_MISSING
          user-21-characters,                  3, ユーザーID, SYM_CSV_FORM
          department-in-japanese,              3, 部署コード, SYM_CSV_FORM
          affair-of-procedure-form,            3, 事務コード, SYM_CSV_FORM
          function-missing,                    3, 機能,       SYM_CSV_MISSING
          function-unknown,                    3, 機能,       SYM_CSV_FORM
          function-both,                       3, 機能,       SYM_CSV_FORM
          from-april-31,                       3, 有効開始日, SYM_CSV_DATE
          to-missing,                          3, 有効終了日, SYM_CSV_MISSING
          to-open,                             3, 有効終了日, SCM_GRANT_FISCAL_YEAR
          ends-before-it-begins,               3, 有効終了日, SYM_CSV_PERIOD
          outlives-the-fiscal-year,            3, 有効終了日, SCM_GRANT_FISCAL_YEAR
          outlives-the-fiscal-year-from-march, 3, 有効終了日, SCM_GRANT_FISCAL_YEAR
          reason-missing,                      3, 理由,       SYM_CSV_MISSING
          same-grant-twice,                    3, 有効開始日, SCM_GRANT_DUPLICATE
          same-grant-overlapping,              3, 有効開始日, SCM_GRANT_DUPLICATE
          """)
  void aFileThatIsNotSoundIsRefusedWithThePlace(
      String file, String line, String column, ErrorCode code) {
    assertThat(faults(file)).containsExactly(new Refusal(code, line, column));
  }

  private static List<Refusal> faults(String file) {
    try {
      GrantFile.read(content("bad/" + file));
    } catch (FaultyFileException e) {
      return e.faults();
    }
    throw new AssertionError(file + " was read");
  }

  static byte[] content(String file) {
    try (InputStream content = GrantFileTest.class.getResourceAsStream(file + ".csv")) {
      return content.readAllBytes();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
