package jp.chukan.contract.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.annotation.JsonRootName;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import jp.chukan.contract.SampleMessages;
import jp.chukan.contract.testing.HostileInput;
import jp.chukan.contract.testing.KeptInputs;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("署名の中の文書（XML）に何が書かれていても")
class XmlDocumentsFuzzTest {
  private static final List<Class<?>> TYPES =
      SampleMessages.documents().stream().<Class<?>>map(Object::getClass).distinct().toList();

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
          byte[] written = XmlDocuments.write(XmlDocuments.read(typeOf(document), document));
          Object again = XmlDocuments.read(typeOf(written), written);
          assertThat(XmlDocuments.write(again)).isEqualTo(written);
        });
  }

  private static Class<?> typeOf(byte[] document) {
    String text = new String(document, StandardCharsets.ISO_8859_1);
    return TYPES.stream()
        .filter(type -> text.contains(type.getAnnotation(JsonRootName.class).value()))
        .findFirst()
        .orElse(TYPES.getFirst());
  }
}
