package jp.chukan.mocknetwork.border;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("電文の中の個人番号と住民票コード")
class NumbersInBytesTest {
  private static final String CODE = "08220900123";
  private static final String NUMBER = CODE + "7";
  private static final Charset MS932 = Charset.forName("windows-31j");

  private final Set<Long> codes = new HashSet<>();
  private final Set<Long> numbers = new HashSet<>();

  private void search(byte[] message) {
    new NumbersInBytes(codes::add, numbers::add).search(message);
  }

  static Stream<Arguments> hidden() {
    String wide = wide(NUMBER);
    byte[] xml = ("<Item>" + NUMBER + "</Item>").getBytes(StandardCharsets.UTF_8);
    return Stream.of(
        Arguments.of("plain", xml),
        Arguments.of("inside a longer run", ("1" + NUMBER + "99").getBytes(StandardCharsets.UTF_8)),
        Arguments.of("UTF-16BE", NUMBER.getBytes(StandardCharsets.UTF_16BE)),
        Arguments.of("UTF-16LE", ("x" + NUMBER).getBytes(StandardCharsets.UTF_16LE)),
        Arguments.of("odd UTF-16", prefixed(NUMBER.getBytes(StandardCharsets.UTF_16BE))),
        Arguments.of("full width UTF-8", ("氏名" + wide).getBytes(StandardCharsets.UTF_8)),
        Arguments.of("full width MS932", ("氏名" + wide).getBytes(MS932)),
        Arguments.of("full width UTF-16BE", wide.getBytes(StandardCharsets.UTF_16BE)),
        Arguments.of("full width UTF-16LE", wide.getBytes(StandardCharsets.UTF_16LE)),
        Arguments.of("Base64 alone", Base64.getEncoder().encode(bytes(NUMBER))),
        Arguments.of("Base64 in XML", element(Base64.getEncoder().encodeToString(xml))),
        Arguments.of("Base64 of a URL", element(Base64.getUrlEncoder().encodeToString(xml))),
        Arguments.of(
            "Base64 in lines",
            element(Base64.getMimeEncoder(20, bytes("\r\n")).encodeToString(xml))),
        Arguments.of(
            "Base64 behind letters", bytes("abc" + Base64.getEncoder().encodeToString(xml))),
        Arguments.of(
            "Base64 twice",
            element(Base64.getEncoder().encodeToString(Base64.getEncoder().encode(xml)))),
        Arguments.of("gzip", prefixed(gzip(xml))),
        Arguments.of("gzip in Base64", element(Base64.getEncoder().encodeToString(gzip(xml)))));
  }

  @ParameterizedTest(name = "{0}") // MS-31
  @MethodSource("hidden")
  @DisplayName("どの書き方でも見つける")
  void isFoundHoweverItIsWritten(String how, byte[] message) {
    search(message);

    assertThat(numbers).contains(Long.valueOf(NUMBER));
    assertThat(codes).contains(Long.valueOf(CODE));
  }

  @Test
  void whatIsShorterOrCutByALetterIsNone() {
    search(bytes("0822090012 082209x00123 2026-11-21T08:30:00.123456789Z"));

    assertThat(codes).isEmpty();
    assertThat(numbers).isEmpty();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] element(String text) {
    return bytes("<Document>" + text + "</Document>");
  }

  private static byte[] prefixed(byte[] content) {
    byte[] prefixed = new byte[content.length + 1];
    prefixed[0] = 'a';
    System.arraycopy(content, 0, prefixed, 1, content.length);
    return prefixed;
  }

  private static byte[] gzip(byte[] content) {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(content);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return packed.toByteArray();
  }

  private static String wide(String digits) {
    var wide = new StringBuilder();
    digits.chars().forEach(digit -> wide.append((char) (digit - '0' + '\uFF10')));
    return wide.toString();
  }
}
