package jp.chukan.contract.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import jp.chukan.contract.SampleMessages;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.contract.error.Refusal;
import jp.chukan.contract.xml.XmlLimits;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("電文の形式検査")
class BadMessagesTest {

  @ParameterizedTest
  @CsvSource({
    "xxe-local, SYM_DTD_FORBIDDEN,",
    "xxe-remote-parameter, SYM_DTD_FORBIDDEN,",
    "billion-laughs, SYM_DTD_FORBIDDEN,",
    "document-type-without-entities, SYM_DTD_FORBIDDEN,",
    "undeclared-entity, SYM_NOT_WELL_FORMED, RequestSourceUserID",
    "not-well-formed, SYM_NOT_WELL_FORMED, MSGMode",
    "cut-off, SYM_NOT_WELL_FORMED, MessageHeader",
    "two-roots, SYM_NOT_WELL_FORMED,",
    "empty, SYM_NOT_WELL_FORMED,",
    "xml-1.1, SYM_NOT_WELL_FORMED,",
    "wrong-encoding, SYM_ENCODING,",
    "wrong-encoding-undeclared, SYM_ENCODING,",
    "wrong-encoding-utf-16, SYM_ENCODING,",
    "wrong-encoding-utf-16-without-mark, SYM_ENCODING,",
    "wrong-encoding-overlong-character, SYM_ENCODING,",
    "wrong-encoding-overlong-markup, SYM_ENCODING,",
    "wrong-encoding-surrogate-character, SYM_ENCODING,",
    "too-deep, SYM_UNKNOWN_ELEMENT, a",
    "root-of-other-message, SYM_MESSAGE_TYPE, IF_DBM_20213_R01",
    "type-id-of-other-message, SYM_MESSAGE_TYPE, MSGTypeID"
  }) // JN-05
  void aDangerousOrBrokenDocumentIsRefused(
      String fixture, ErrorCode code, @Nullable String element) {
    assertThat(refusalOf(fixture)).isEqualTo(new Refusal(code, null, element));
  }

  @ParameterizedTest
  @CsvSource({
    "unknown-element, SYM_UNKNOWN_ELEMENT, Priority",
    "individual-number-element, SYM_UNKNOWN_ELEMENT, KojinNo",
    "element-in-text, SYM_UNKNOWN_ELEMENT, b",
    "unknown-attribute, SYM_UNKNOWN_ELEMENT, MSGMode",
    "foreign-namespace, SYM_UNKNOWN_ELEMENT, MessageBody",
    "repeated-element, SYM_REPEATED_ELEMENT, MSGMode",
    "repeated-body, SYM_REPEATED_ELEMENT, MessageBody",
    "missing-element, SYM_MISSING_ELEMENT, RequestSourceUserID",
    "missing-last-element, SYM_MISSING_ELEMENT, AttachmentID",
    "missing-body, SYM_MISSING_ELEMENT, MessageBody",
    "empty-element, SYM_MISSING_ELEMENT, AttachedFileName",
    "nil-element, SYM_MISSING_ELEMENT, AttachedFileName",
    "header-out-of-order, SYM_ELEMENT_ORDER, MSGTypeID",
    "body-before-header, SYM_ELEMENT_ORDER, MessageBody"
  }) // MS-57 JN-08 MS-31
  void aDocumentOutsideTheSchemaIsRefused(
      String fixture, ErrorCode code, @Nullable String element) {
    assertThat(refusalOf(fixture)).isEqualTo(new Refusal(code, null, element));
  }

  @ParameterizedTest
  @CsvSource({
    "mode-unknown, MSGMode",
    "schema-type-override, MSGMode",
    "system-identifier-wrong-form, SourceSystemID",
    "reception-number-wrong-form, ReceptionNumber",
    "file-name-with-folder, AttachedFileName",
    "code-with-space, RequestSourceUnitCode",
    "text-between-elements, MessageBody"
  }) // JN-05
  void aValueOfTheWrongFormIsRefused(String fixture, String element) {
    assertThat(refusalOf(fixture)).isEqualTo(Refusal.at(ErrorCode.SYM_CODE_FORM, element));
  }

  @ParameterizedTest
  @ValueSource(strings = {"MSGMode", "ReceptionNumber", "MSGID", "AttachedFileName"})
  void aRefusalNeverQuotesTheValue(String element) {
    byte[] golden = bytesOf("IF_DBM_20113_R01.xml");
    String value = "taro 123456789018 架空";
    String tagged = "<%s>%s</%s>".formatted(element, value, element);
    String text =
        new String(golden, StandardCharsets.UTF_8)
            .replaceFirst("<%s>[^<]*</%s>".formatted(element, element), tagged);

    InvalidInputException thrown = thrownBy(text.getBytes(StandardCharsets.UTF_8));

    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      assertThat(cause.toString()).doesNotContain("taro", "1234", "架空");
    }
  }

  @Test // JN-05
  void anElementOfTenMegabytesIsRefusedByName() {
    String golden = new String(bytesOf("IF_DBM_20113_R01.xml"), StandardCharsets.UTF_8);
    String large = golden.replace("test-user", "x".repeat(10_000_000));

    assertThat(thrownBy(large.getBytes(StandardCharsets.UTF_8)).refusal())
        .isEqualTo(Refusal.at(ErrorCode.SYM_TOO_LARGE, "RequestSourceUserID"));
  }

  @Test
  void aCommentOfTenMegabytesIsRefused() {
    String golden = new String(bytesOf("IF_DBM_20113_R01.xml"), StandardCharsets.UTF_8);
    String large = golden.replace("test-user", "<!--" + "x".repeat(10_000_000) + "-->");

    assertThat(thrownBy(large.getBytes(StandardCharsets.UTF_8)).refusal().code())
        .isEqualTo(ErrorCode.SYM_TOO_LARGE);
  }

  @Test
  void aMessageOverItsLimitIsRefusedUnread() {
    byte[] golden = bytesOf("IF_DBM_20113_R01.xml");
    XmlLimits limits = new XmlLimits(golden.length - 1L, 16, 1024, 8, 1_000);

    InvalidInputException thrown =
        Objects.requireNonNull(
            catchThrowableOfType(
                InvalidInputException.class,
                () -> XmlMessages.read(ReplicaRegistrationRequest.class, golden, limits)));

    assertThat(thrown.refusal()).isEqualTo(Refusal.of(ErrorCode.SYM_TOO_LARGE));
  }

  @Test
  void moreRecordsThanAMessageMayHoldAreRefused() {
    String one =
        new String(XmlMessages.write(SampleMessages.acquisitionRequest()), StandardCharsets.UTF_8);
    String record = one.substring(one.indexOf("<Acquisition>"), one.indexOf("</Acquisition>") + 14);
    byte[] many =
        one.replace("</MessageBody>", record.repeat(999) + "</MessageBody>")
            .getBytes(StandardCharsets.UTF_8);

    InvalidInputException thrown =
        Objects.requireNonNull(
            catchThrowableOfType(
                InvalidInputException.class,
                () -> XmlMessages.read(LinkageCodeAcquisitionRequest.class, many)));

    assertThat(thrown.refusal()).isEqualTo(Refusal.at(ErrorCode.SYM_TOO_LARGE, "Acquisition"));
  }

  private static Refusal refusalOf(String fixture) {
    return thrownBy(bytesOf("bad/" + fixture + ".xml")).refusal();
  }

  private static InvalidInputException thrownBy(byte[] message) {
    return Objects.requireNonNull(
        catchThrowableOfType(
            InvalidInputException.class,
            () -> XmlMessages.read(ReplicaRegistrationRequest.class, message)));
  }

  private static byte[] bytesOf(String file) {
    try (InputStream bytes =
        Objects.requireNonNull(BadMessagesTest.class.getResourceAsStream(file), file)) {
      return bytes.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
