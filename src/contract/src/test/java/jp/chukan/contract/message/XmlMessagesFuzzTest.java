package jp.chukan.contract.message;

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

@DisplayName("電文（XML）に何が届いても")
class XmlMessagesFuzzTest {
  private static final List<Class<? extends Message>> TYPES =
      SampleMessages.messages().stream()
          .<Class<? extends Message>>map(Message::getClass)
          .distinct()
          .toList();

  static Stream<byte[]> messages() {
    return SampleMessages.messages().stream().map(XmlMessages::write);
  }

  static Stream<byte[]> kept() {
    return KeptInputs.of(XmlMessagesFuzzTest.class);
  }

  @MethodSource({"messages", "kept"})
  @FuzzTest(maxDuration = HostileInput.NO_END)
  void whateverComesIsReadAsWhatItSaysOrRefused(byte[] document) throws Exception {
    HostileInput.feed(
        () -> {
          byte[] written = XmlMessages.write(XmlMessages.read(typeOf(document), document));
          Message again = XmlMessages.read(typeOf(written), written);
          assertThat(XmlMessages.write(again)).isEqualTo(written);
        });
  }

  private static Class<? extends Message> typeOf(byte[] document) {
    String text = new String(document, StandardCharsets.ISO_8859_1);
    return TYPES.stream()
        .filter(type -> text.contains(type.getAnnotation(JsonRootName.class).value()))
        .findFirst()
        .orElse(TYPES.getFirst());
  }
}
