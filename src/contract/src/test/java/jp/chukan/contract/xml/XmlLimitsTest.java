package jp.chukan.contract.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import jp.chukan.contract.SampleMessages;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.contract.message.LinkageCodeAcquisitionRequest;
import jp.chukan.contract.message.XmlMessages;
import org.assertj.core.api.ThrowingConsumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Each limit at its edge: what reaches it is read, what is one more is refused. */
@DisplayName("XML文書の大きさ、深さ、要素数の上限")
class XmlLimitsTest {
  static final List<XmlLimits> ALL =
      List.of(XmlLimits.MESSAGE, XmlLimits.LIST, XmlLimits.ATTACHMENT);
  private static final int MIB = 1 << 20;
  private static final int DEEPEST = 16;
  private static final int MOST_ATTRIBUTES = 8;
  private static final int MOST_ELEMENTS = 1_000_000;

  @ParameterizedTest // JN-05
  @FieldSource("ALL")
  void elementsNestSixteenDeepAndNotOneDeeper(XmlLimits limits) {
    assertThat(read(nested(DEEPEST), limits)).isEqualTo(DEEPEST);
    assertRefused(nested(DEEPEST + 1), limits, ErrorCode.SYM_TOO_DEEP);
  }

  @ParameterizedTest // JN-05
  @FieldSource("ALL")
  void anElementHasEightAttributesAndNotOneMore(XmlLimits limits) {
    assertThat(read(attributed(MOST_ATTRIBUTES), limits)).isEqualTo(1);
    assertRefused(attributed(MOST_ATTRIBUTES + 1), limits, ErrorCode.SYM_TOO_LARGE);
  }

  @Test // JN-05
  @DisplayName("電文の要素は百万個までで、一つ多いと拒否する")
  void aMessageHasAMillionElementsAndNotOneMore() {
    assertThat(read(wide(MOST_ELEMENTS), XmlLimits.MESSAGE)).isEqualTo(MOST_ELEMENTS);
    assertRefused(wide(MOST_ELEMENTS + 1), XmlLimits.MESSAGE, ErrorCode.SYM_TOO_LARGE);
  }

  @Test // JN-05
  void aMessageHasSixteenMegabytesAndNotAByteMore() {
    assertThat(read(spaced(16 * MIB), XmlLimits.MESSAGE)).isEqualTo(1);
    assertRefused(spaced(16 * MIB + 1), XmlLimits.MESSAGE, ErrorCode.SYM_TOO_LARGE);
  }

  @Test // JN-05, MS-57
  @DisplayName("電文の検査にも同じ上限がある")
  void aMessageIsCheckedWithinItsLimits() {
    byte[] message = XmlMessages.write(SampleMessages.acquisitionRequest());
    int elements = read(new String(message, StandardCharsets.UTF_8), XmlLimits.MESSAGE);
    assertThat(check(message, 4, elements)).isNotNull();
    assertThatThrownBy(() -> check(message, 3, elements)).satisfies(is(ErrorCode.SYM_TOO_DEEP));
    assertThatThrownBy(() -> check(message, 4, elements - 1))
        .satisfies(is(ErrorCode.SYM_TOO_LARGE));
  }

  private static LinkageCodeAcquisitionRequest check(byte[] message, int depth, int elements) {
    return XmlMessages.read(
        LinkageCodeAcquisitionRequest.class,
        message,
        new XmlLimits(MIB, depth, MIB, MOST_ATTRIBUTES, elements));
  }

  private static String nested(int depth) {
    return "<a>".repeat(depth) + "</a>".repeat(depth);
  }

  private static String attributed(int attributes) {
    StringBuilder element = new StringBuilder("<a");
    for (int i = 0; i < attributes; i++) {
      element.append(" b").append(i).append("=''");
    }
    return element.append("/>").toString();
  }

  private static String wide(int elements) {
    return "<a>" + "<b/>".repeat(elements - 1) + "</a>";
  }

  /** Text in many pieces, so that the whole of it counts and no piece. */
  private static String spaced(int bytes) {
    return "<a>" + " ".repeat(bytes - 7) + "</a>";
  }

  /** Reads to the end and counts the elements. */
  private static int read(String document, XmlLimits limits) {
    int elements = 0;
    try (SecureXmlReader reader =
        SecureXml.reader(
            new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)), limits)) {
      for (int event = reader.next();
          event != XMLStreamConstants.END_DOCUMENT;
          event = reader.next()) {
        elements += event == XMLStreamConstants.START_ELEMENT ? 1 : 0;
      }
    }
    return elements;
  }

  private static void assertRefused(String document, XmlLimits limits, ErrorCode code) {
    assertThatThrownBy(() -> read(document, limits)).satisfies(is(code));
  }

  private static ThrowingConsumer<Throwable> is(ErrorCode code) {
    return thrown ->
        assertThat(thrown)
            .isInstanceOfSatisfying(
                InvalidInputException.class, e -> assertThat(e.refusal().code()).isEqualTo(code));
  }
}
