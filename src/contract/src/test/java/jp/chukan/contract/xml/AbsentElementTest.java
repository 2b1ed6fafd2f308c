package jp.chukan.contract.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import jp.chukan.contract.document.InquirerPath;
import jp.chukan.contract.document.XmlDocuments;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An element that is absent is told from one that stands in the wrong place. */
class AbsentElementTest {
  private static final String HOP = "<Hop>0030099000001700</Hop>";
  private static final String END = "<ExpiresAt>2026-11-02T01:00:00Z</ExpiresAt>";

  @ParameterizedTest // JN-05
  @CsvSource({
    "'', SYM_MISSING_ELEMENT, Hop",
    "'\n  ', SYM_MISSING_ELEMENT, Hop",
  })
  void anAbsentElementIsNamed(String between, ErrorCode code, String element) {
    assertRefused(between + END + between, code, element);
  }

  @ParameterizedTest // JN-05
  @CsvSource({
    "'', SYM_ELEMENT_ORDER, ExpiresAt",
    "'\n  ', SYM_ELEMENT_ORDER, ExpiresAt",
  })
  void anElementOutOfOrderIsNamed(String between, ErrorCode code, String element) {
    assertRefused(between + END + between + HOP + between, code, element);
  }

  private static void assertRefused(String rest, ErrorCode code, String element) {
    String xml =
        "<InquirerPath><PathId>path-of-a-test</PathId>"
            + "<ProcessingNumber>00000000000000000000000001</ProcessingNumber>"
            + rest
            + "</InquirerPath>";
    assertThatThrownBy(
            () -> XmlDocuments.read(InquirerPath.class, xml.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOfSatisfying(
            InvalidInputException.class,
            e -> {
              assertThat(e.refusal().code()).isEqualTo(code);
              assertThat(e.refusal().element()).isEqualTo(element);
            });
  }
}
