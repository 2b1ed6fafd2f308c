package jp.chukan.contract.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.chukan.contract.SampleMessages;
import jp.chukan.contract.document.PermissionMatchingList;
import jp.chukan.contract.document.XmlDocuments;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class XmlMessagesTest {
  static final List<Message> MESSAGES = SampleMessages.messages();
  static final List<Object> DOCUMENTS = SampleMessages.documents();

  @ParameterizedTest
  @FieldSource("MESSAGES") // MS-57
  void a_message_comes_back_as_it_was_written(Message message) {
    Message read = XmlMessages.read(message.getClass(), XmlMessages.write(message));

    assertThat(read).usingRecursiveComparison().isEqualTo(message);
  }

  @ParameterizedTest
  @FieldSource("DOCUMENTS")
  void a_document_comes_back_as_it_was_written(Object document) {
    Object read = XmlDocuments.read(document.getClass(), XmlDocuments.write(document));

    assertThat(read).usingRecursiveComparison().isEqualTo(document);
  }

  @Test
  void a_list_of_a_hundred_thousand_rows_is_readable() {
    PermissionMatchingList list = SampleMessages.permissionList(100_000);

    assertThat(XmlDocuments.read(PermissionMatchingList.class, XmlDocuments.write(list)))
        .isEqualTo(list);
  }
}
