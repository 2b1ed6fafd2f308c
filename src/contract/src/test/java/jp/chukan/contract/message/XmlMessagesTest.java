package jp.chukan.contract.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import jp.chukan.contract.SampleMessages;
import jp.chukan.contract.document.PermissionMatchingList;
import jp.chukan.contract.document.XmlDocuments;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xmlunit.assertj3.XmlAssert;

class XmlMessagesTest {
  static final List<Message> MESSAGES = SampleMessages.messages();
  static final List<Object> DOCUMENTS = SampleMessages.documents();

  @ParameterizedTest
  @FieldSource("MESSAGES") // MS-57
  void aMessageComesBackAsItWasWritten(Message message) {
    Message read = XmlMessages.read(message.getClass(), XmlMessages.write(message));

    assertThat(read).usingRecursiveComparison().isEqualTo(message);
  }

  @ParameterizedTest
  @FieldSource("DOCUMENTS")
  void aDocumentComesBackAsItWasWritten(Object document) {
    Object read = XmlDocuments.read(document.getClass(), XmlDocuments.write(document));

    assertThat(read).usingRecursiveComparison().isEqualTo(document);
  }

  @Test
  void aListOfAHundredThousandRowsIsReadable() {
    PermissionMatchingList list = SampleMessages.permissionList(100_000);

    assertThat(XmlDocuments.read(PermissionMatchingList.class, XmlDocuments.write(list)))
        .isEqualTo(list);
  }

  @Test // MS-57
  void aRegistrationIsWrittenAsClientsWriteIt() throws IOException {
    try (InputStream golden = XmlMessagesTest.class.getResourceAsStream("IF_DBM_20113_R01.xml")) {
      XmlAssert.assertThat(XmlMessages.write(SampleMessages.registrationRequest()))
          .and(golden)
          .ignoreWhitespace()
          .areIdentical();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<ReceptionNumber></ReceptionNumber>",
        "<ReceptionNumber/>",
        "",
        "<ReceptionNumber xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:nil='true'/>",
        "<ReceptionNumber xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:nil='1'/>"
      }) // MS-57
  void anEmptyReceptionNumberIsNone(String written) throws IOException {
    ReplicaRegistrationRequest read =
        XmlMessages.read(
            ReplicaRegistrationRequest.class,
            golden()
                .replace("<ReceptionNumber></ReceptionNumber>", written)
                .getBytes(StandardCharsets.UTF_8));

    assertThat(read).isEqualTo(SampleMessages.registrationRequest());
  }

  @ParameterizedTest
  @ValueSource(strings = {"<MSGResult></MSGResult>", "<MSGResult/>", ""}) // MS-57
  void anEmptyResultIsNone(String written) throws IOException {
    ReplicaRegistrationRequest read =
        XmlMessages.read(
            ReplicaRegistrationRequest.class,
            golden().replace("<MSGResult></MSGResult>", written).getBytes(StandardCharsets.UTF_8));

    assertThat(read.header().result()).isNull();
  }

  @Test
  void aByteOrderMarkIsPassedOver() throws IOException {
    byte[] marked = ("\uFEFF" + golden()).getBytes(StandardCharsets.UTF_8);

    assertThat(XmlMessages.read(ReplicaRegistrationRequest.class, marked))
        .isEqualTo(SampleMessages.registrationRequest());
  }

  @Test // MS-31
  void noMessageHasAnElementForTheIndividualNumber() {
    for (Message message : MESSAGES) {
      assertThat(new String(XmlMessages.write(message), StandardCharsets.UTF_8))
          .doesNotContainIgnoringCase("<KojinNo", "<IndividualNumber", "<MyNumber");
    }
  }

  private static String golden() throws IOException {
    try (InputStream golden =
        Objects.requireNonNull(XmlMessagesTest.class.getResourceAsStream("IF_DBM_20113_R01.xml"))) {
      return new String(golden.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
