package jp.chukan.contract.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import jp.chukan.contract.code.InformationStatus;
import jp.chukan.contract.code.InquiryStatus;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import jp.chukan.contract.code.UnifiedAddresseeNumber;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.inquiryfile.ClientMessages;
import jp.chukan.contract.inquiryfile.InquiryField;
import jp.chukan.contract.inquiryfile.InquiryFileLine;
import jp.chukan.contract.inquiryfile.InquiryFileReader;
import jp.chukan.contract.inquiryfile.LineFault;
import jp.chukan.contract.inquiryfile.ResultField;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The page of the files, held against what reads and writes them. */
@DisplayName("情報照会ファイルの説明書")
class InquiryFilePageTest {
  private static final Pattern EXAMPLE = Pattern.compile("```\n(.*?)```", Pattern.DOTALL);
  private static String page = "";

  @BeforeAll
  static void read() throws IOException {
    page = Files.readString(Path.of("../../docs/inquiry-file.md").toAbsolutePath().normalize());
  }

  @ParameterizedTest
  @EnumSource(InquiryField.class)
  void everyFieldOfTheRequestHasItsRow(InquiryField field) {
    String row = row("| %d | %s | %d |", field.number(), field.japaneseName(), field.width());

    assertThat(row.contains("empty")).isEqualTo(field.mayBeEmpty());
    assertThat(row.contains("also shorter")).isNotEqualTo(field.isOfFixedWidth());
  }

  @ParameterizedTest
  @EnumSource(ResultField.class)
  void everyFieldOfTheResultHasItsRow(ResultField field) {
    assertThat(row("| %d | %s |", field.number(), field.japaneseName())).isNotEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = ErrorCode.class,
      names = {
        "SKI_FILE_NAME",
        "SKI_EMPTY_FILE",
        "SKI_BYTE_ORDER_MARK",
        "SKI_LINE_END",
        "SKI_EMPTY_LINE",
        "SKI_TOO_MANY_LINES",
        "SYM_TOO_LARGE",
        "SKI_SEVERAL_INSTITUTIONS",
        "SKI_FIELD_COUNT",
        "SKI_FIELD_WIDTH",
        "SKI_NOT_ASCII",
        "SKI_FIELD_MISSING",
        "SKI_FIELD_FORM",
        "SKI_DATE",
        "SKI_PERIOD",
        "SKI_DUPLICATE_RECORD"
      })
  void everyFaultHasItsRow(ErrorCode code) {
    assertThat(row("| %s | %s |", code.id(), code.message())).isNotEmpty();
  }

  @Test
  void everyStatusHasItsMeaning() {
    for (InquiryStatus status : InquiryStatus.values()) {
      assertThat(row("| `%s` |", status.wireValue())).isNotEmpty();
    }
    for (InformationStatus status : InformationStatus.values()) {
      assertThat(page).containsPattern("\\| `[0-9]{2}` \\|[^|\n]*\\| `" + status.wireValue() + "`");
    }
  }

  @Test
  void theTextsThatClientsCompareStandOnThePage() {
    assertThat(page)
        .contains(
            "`" + ClientMessages.NORMAL_END + "`",
            "`" + ClientMessages.DUPLICATE_RECORD + "`",
            "`" + ClientMessages.noLinkageCode(new UnifiedAddresseeNumber("12345678")) + "`",
            "`"
                + ClientMessages.notPermitted(
                    new SpecificPersonalInformationCode("TM00000000000002"))
                + "`");
    String place =
        new LineFault(3, InquiryField.DELEGATING_PROVIDER, ErrorCode.SKI_FIELD_FORM)
            .message()
            .replace(ErrorCode.SKI_FIELD_FORM.message(), "");
    assertThat(page).contains("`" + place + "`").contains(ErrorCode.SKI_UNMAPPABLE.id());
  }

  @Test
  void theExampleIsReadable() {
    String example =
        EXAMPLE.matcher(page).results().map(match -> match.group(1)).findFirst().orElseThrow();

    assertThat(
            InquiryFileReader.read(
                    example.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII))
                .lines())
        .hasSize(2)
        .allMatch(InquiryFileLine.Readable.class::isInstance);
  }

  /** The row of a table that begins so. */
  private static String row(String form, Object... values) {
    String start = form.formatted(values);
    return page.lines()
        .filter(line -> line.startsWith(start))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no row " + start));
  }
}
