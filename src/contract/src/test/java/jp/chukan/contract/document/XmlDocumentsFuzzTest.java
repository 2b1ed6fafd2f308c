package jp.chukan.contract.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import jp.chukan.contract.SampleMessages;
import jp.chukan.contract.testing.DocumentTypes;
import jp.chukan.contract.testing.HostileInput;
import jp.chukan.contract.testing.KeptInputs;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("署名の中の文書（XML）に何が書かれていても")
class XmlDocumentsFuzzTest {
  private static final DocumentTypes<Object> TYPES =
      DocumentTypes.of(SampleMessages.documents().stream());

  static Stream<byte[]> documents() {
    return SampleMessages.documents().stream().map(XmlDocuments::write);
  }

  static Stream<byte[]> kept() {
    return KeptInputs.of(XmlDocumentsFuzzTest.class);
  }

  @MethodSource({"documents", "kept"})
  @FuzzTest(maxDuration = HostileInput.NO_END)
  void whateverComesIsReadAsWhatItSaysOrRefused(byte[] document) throws Exception {
    HostileInput.feed(
        () -> {
          byte[] written = XmlDocuments.write(XmlDocuments.read(TYPES.in(document), document));
          Object again = XmlDocuments.read(TYPES.in(written), written);
          assertThat(XmlDocuments.write(again)).isEqualTo(written);
        });
  }
}
