package jp.chukan.contract.xml;

import static org.xmlunit.assertj3.XmlAssert.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import jp.chukan.contract.SampleRecords;
import jp.chukan.contract.attachment.RegistrationAttachmentWriter;
import jp.chukan.contract.attachment.Segment;
import jp.chukan.contract.attachment.SegmentPlace;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.SAXException;

@DisplayName("添付ファイルのスキーマ")
class AttachmentSchemaTest {
  private static final Schema SCHEMA = SecureXml.schema("SPIRegistrationDeleteList");

  @ParameterizedTest
  @EnumSource(SegmentPlace.class) // MS-57
  void whatIsWrittenFollowsTheSchema(SegmentPlace place) throws IOException, SAXException {
    ByteArrayOutputStream target = new ByteArrayOutputStream();
    try (RegistrationAttachmentWriter writer =
        new RegistrationAttachmentWriter(target, Segment.REGISTRATION, place)) {
      writer.write(SampleRecords.household(1));
      writer.write(SampleRecords.household(2));
    }

    validate(new ByteArrayInputStream(target.toByteArray()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "segment-before-records",
        "segment-after-records",
        "elements-in-reverse-order",
        "deletion"
      }) // MS-57
  void whatClientsWriteFollowsTheSchema(String fixture) throws IOException, SAXException {
    try (InputStream file = fixture(fixture)) {
      validate(file);
    }
  }

  @ParameterizedTest
  @EnumSource(SegmentPlace.class) // MS-57
  void theWriterWritesWhatClientsWrite(SegmentPlace place) throws IOException {
    ByteArrayOutputStream target = new ByteArrayOutputStream();
    try (RegistrationAttachmentWriter writer =
        new RegistrationAttachmentWriter(target, Segment.REGISTRATION, place)) {
      writer.write(SampleRecords.household(2));
    }
    String name =
        switch (place) {
          case BEFORE_RECORDS -> "written-segment-before-records";
          case AFTER_RECORDS -> "written-segment-after-records";
        };
    try (InputStream golden = fixture(name)) {
      assertThat(target.toByteArray()).and(golden).ignoreWhitespace().areIdentical();
    }
  }

  private static void validate(InputStream file) throws IOException, SAXException {
    // Without a handler of errors the first one is thrown.
    SCHEMA.newValidator().validate(new StreamSource(file));
  }

  private static InputStream fixture(String name) {
    return Objects.requireNonNull(
        RegistrationAttachmentWriter.class.getResourceAsStream(name + ".xml"), name);
  }
}
