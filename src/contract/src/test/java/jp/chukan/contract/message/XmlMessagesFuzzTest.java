package jp.chukan.contract.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import jp.chukan.contract.SampleMessages;
import jp.chukan.contract.testing.DocumentTypes;
import jp.chukan.contract.testing.HostileInput;
import jp.chukan.contract.testing.KeptInputs;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("電文（XML）に何が届いても")
class XmlMessagesFuzzTest {
  private static final DocumentTypes<Message> TYPES =
      DocumentTypes.of(SampleMessages.messages().stream());

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
          byte[] written = XmlMessages.write(XmlMessages.read(TYPES.in(document), document));
          Message again = XmlMessages.read(TYPES.in(written), written);
          assertThat(XmlMessages.write(again)).isEqualTo(written);
        });
  }
}
